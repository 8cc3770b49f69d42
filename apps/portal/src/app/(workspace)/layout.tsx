import type { ReactNode } from 'react';
import { Frame } from '@/features/shell/components/Frame';
import { WorkspaceProviders } from '@/features/shell/components/WorkspaceProviders';
import { Messages } from '@/lib/Messages';
import { currentMe } from '@/lib/me';

/** Every page in here is for a signed-in account; each page still asks for what it shows. */
export default async function WorkspaceLayout({ children }: { readonly children: ReactNode }) {
  return (
    // A new space can be made from any page, what one may not see can be asked for, and the bell is on all: their words go
    // with every page.
    <Messages namespaces={['spaces', 'people', 'sharing', 'notifications']}>
      <WorkspaceProviders me={await currentMe()}>
        <Frame>{children}</Frame>
      </WorkspaceProviders>
    </Messages>
  );
}
