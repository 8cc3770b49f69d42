'use client';

import type { Role } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Select } from '@hemicycle/ui/Select';

export interface RoleSelectProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: Role;
  readonly onChange: (role: Role) => void;
  /** No frame: inside a row. */
  readonly quiet?: boolean;
  readonly isDisabled?: boolean;
  readonly className?: string;
  /** For somebody who may not own: everything but that. */
  readonly belowOwner?: boolean;
}

const strongestFirst = ['owner', 'editor', 'commenter', 'reader'] as const satisfies readonly Role[];

/** What someone may do in a space, each role with its meaning in a line. */
export function RoleSelect({ label, value, onChange, belowOwner = false, ...rest }: RoleSelectProps) {
  const t = useTranslations('spaces');
  return (
    <Select
      {...rest}
      label={label}
      value={value}
      onChange={onChange}
      options={strongestFirst
        .filter((role) => !(belowOwner && role === 'owner'))
        .map((role) => ({
          value: role,
          label: t(`roles.${role}`),
          detail: t(`roleDetails.${role}`),
        }))}
    />
  );
}
