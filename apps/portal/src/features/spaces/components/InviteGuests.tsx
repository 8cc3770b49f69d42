'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { Send } from '@hemicycle/ui/icons';
import { lazy, Suspense, useState } from 'react';

const InviteByMailDialog = lazy(() =>
  import('@/features/guests/InviteByMailDialog').then((module) => ({ default: module.InviteByMailDialog })),
);

/** An owner invites somebody from outside into the space. */
export function InviteGuests({ spaceId }: { readonly spaceId: string }) {
  const t = useTranslations('spaces.membersTab');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon={<Send />} className="self-start" onPress={() => setOpen(true)}>
        {t('inviteGuest')}
      </Button>
      {isOpen && (
        <Suspense>
          <InviteByMailDialog
            resourceType="space"
            resourceId={spaceId}
            grantableRoles={['reader', 'commenter', 'editor']}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
