import type { GuestDoor } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';

/** Who invites to what; the name of it only where that is told at the door. */
export function DoorHead({ door }: { readonly door: GuestDoor }) {
  const t = useTranslations('guests.door');
  const { title, invitedBy, organisation, resourceType } = door;
  return (
    <div className="flex flex-col gap-2">
      <h1 className="text-title font-bold text-balance break-words">{title ?? t(`${resourceType}Closed`)}</h1>
      <p className="text-md text-ink-2">
        {invitedBy === null
          ? t(`${resourceType}Shared`, { organisation })
          : t(`${resourceType}Invited`, { name: invitedBy, organisation })}
      </p>
    </div>
  );
}
