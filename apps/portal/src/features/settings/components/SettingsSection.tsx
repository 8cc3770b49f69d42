import { Card } from '@hemicycle/ui/Card';
import { type ReactNode, useId } from 'react';

export interface SettingsSectionProps {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

/** A titled group of settings: words on the left, controls on the right where there is room. */
export function SettingsSection({ title, text, children }: SettingsSectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-x-10 gap-y-4 lg:grid-cols-[240px_minmax(0,1fr)]">
      <div className="flex flex-col gap-1">
        <h2 id={id} className="text-md font-semibold">
          {title}
        </h2>
        <p className="text-sm text-ink-3">{text}</p>
      </div>
      <Card className="flex flex-col gap-6 p-5 sm:p-6">{children}</Card>
    </section>
  );
}
