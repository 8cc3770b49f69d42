'use client';

import type { ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { descriptionClass, errorClass, labelClass } from './lib/fieldClass';

export interface FieldProps {
  readonly label: string;
  /** The label is read out but not seen. */
  readonly hideLabel?: boolean;
  readonly description?: ReactNode;
  /** Why the value is not taken, and what would be. */
  readonly error?: string | undefined;
}

/** What stands round the input of a React Aria field: label above, description and error below. */
export function Field({
  label,
  hideLabel,
  description,
  error,
  children,
}: FieldProps & { children: ReactNode }) {
  return (
    <>
      <Label className={hideLabel ? 'sr-only' : labelClass}>{label}</Label>
      {children}
      {description && (
        <Text slot="description" className={descriptionClass}>
          {description}
        </Text>
      )}
      <FieldError className={errorClass}>{error}</FieldError>
    </>
  );
}
