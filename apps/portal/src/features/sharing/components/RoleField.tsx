'use client';

import type { ResourceType, Role } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Select } from '@hemicycle/ui/Select';

export interface RoleFieldProps<R extends Role> {
  readonly label: string;
  readonly hideLabel?: boolean;
  /** Those that may be chosen, weakest first. */
  readonly roles: readonly R[];
  /** What the role is on: the same word means more in a space. */
  readonly on: ResourceType;
  readonly value: R;
  readonly onChange: (role: R) => void;
  /** No frame: inside a row. */
  readonly quiet?: boolean;
  readonly isDisabled?: boolean;
  readonly className?: string;
}

/** A role among those that may be given, each with its meaning in a line. */
export function RoleField<R extends Role>({ roles, on, label, value, onChange, ...rest }: RoleFieldProps<R>) {
  const words = useTranslations('spaces');
  const t = useTranslations('sharing');
  return (
    <Select
      {...rest}
      label={label}
      value={value}
      onChange={onChange}
      options={roles.toReversed().map((value) => {
        const role: Role = value;
        const detail = on === 'space' ? words(`roleDetails.${role}`) : t(`roleDetails.${role}`);
        return { value, label: words(`roles.${role}`), detail };
      })}
    />
  );
}
