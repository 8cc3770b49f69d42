'use client';

import type { Sharing } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Disclosure } from '@hemicycle/ui/Disclosure';
import { CircleCheck } from '@hemicycle/ui/icons';
import { useRef, useState } from 'react';
import { InviteByMail } from '@/features/guests/InviteByMail';
import { type PendingChange, type Share, ShareContext } from '../hooks/shareContext';
import { useLiveSharing } from '../hooks/useLiveSharing';
import type { Resource } from '../lib/resource';
import { AddAccess } from './AddAccess';
import { GrantList } from './GrantList';
import { LabelSection } from './LabelSection';
import { LinkSection } from './LinkSection';
import { PeopleWithAccess } from './PeopleWithAccess';
import { RequestList } from './RequestList';
import { RulesSection } from './RulesSection';
import { WholeActions } from './WholeActions';

export interface ShareViewProps {
  readonly resource: Resource;
  readonly sharing: Sharing;
  readonly onGoTo: (resource: Resource) => void;
}

/**
 * Who has access and why, and what the reader may change of it. A change is first looked at where it is made: at most
 * one at a time.
 */
export function ShareView({ resource, sharing, onGoTo }: ShareViewProps) {
  const t = useTranslations('sharing');
  const [pending, consider] = useState<PendingChange | null>(null);
  const [address, setAddress] = useState<string | null>(null);
  const [told, tell] = useState('');
  const toldRef = useRef<HTMLDivElement>(null);
  useLiveSharing(sharing.spaceId);
  const share: Share = {
    resource,
    sharing,
    pending,
    consider,
    toldRef,
    tell,
    address,
    setAddress,
    goTo: onGoTo,
  };
  const { grant, manage } = sharing.abilities;
  return (
    <ShareContext value={share}>
      <div className="flex flex-col gap-6">
        <div className="flex flex-col gap-2">
          <div ref={toldRef} tabIndex={-1} role="status" className="rounded-s outline-none empty:hidden">
            {told !== '' && (
              <p className="flex items-center gap-2 font-medium text-ok">
                <CircleCheck className="size-4 shrink-0" />
                {told}
              </p>
            )}
          </div>
          {grant ? <AddAccess /> : <p className="text-ink-2">{t('add.notYours')}</p>}
          {grant && (
            <Disclosure title={t('invite.title')}>
              {() => (
                <InviteByMail
                  {...resource}
                  grantableRoles={sharing.grantableRoles}
                  grantableUntil={sharing.grantableUntil}
                />
              )}
            </Disclosure>
          )}
        </div>
        {manage && <RequestList />}
        <GrantList />
        <Disclosure title={t('people.title')}>{() => <PeopleWithAccess />}</Disclosure>
        {manage && <LinkSection />}
        <LabelSection />
        {manage && <Disclosure title={t('rules.title')}>{() => <RulesSection />}</Disclosure>}
        <WholeActions />
      </div>
    </ShareContext>
  );
}
