'use client';

import type { Me } from '@hemicycle/contracts';
import { Announcer } from '@hemicycle/ui/Announcer';
import { Toaster } from '@hemicycle/ui/Toaster';
import type { ReactNode } from 'react';
import { WorkspaceOverlays } from '@/features/search';
import { EventsProvider } from '@/lib/events/EventsProvider';
import { QueryProvider } from '@/lib/QueryProvider';
import { KeepOffline } from './KeepOffline';
import { MeProvider } from './MeProvider';
import { SessionEnd } from './SessionEnd';
import { StepUp } from './StepUp';

/** What every page of the workspace has within reach. */
export function WorkspaceProviders({ me, children }: { readonly me: Me; readonly children: ReactNode }) {
  return (
    <QueryProvider>
      <EventsProvider>
        <Announcer>
          <Toaster>
            <MeProvider me={me}>
              {children}
              <WorkspaceOverlays />
              <KeepOffline />
              <SessionEnd />
              <StepUp />
            </MeProvider>
          </Toaster>
        </Announcer>
      </EventsProvider>
    </QueryProvider>
  );
}
