'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { Card } from '@hemicycle/ui/Card';
import { AskForAccess, type AskForAccessProps } from './AskForAccess';

/** Below what says that something is not open to the reader: a way to ask for it. Import it lazily. */
export function AskCard(props: Omit<AskForAccessProps, 'hasSome'>) {
  const t = useTranslations('sharing.ask');
  return (
    <Card as="section" aria-labelledby="ask-for-access" className="flex flex-col gap-3 p-5">
      <h2 id="ask-for-access" className="text-md font-semibold">
        {t('title')}
      </h2>
      <AskForAccess {...props} />
    </Card>
  );
}
