import type { ReactNode } from 'react';
import { Frame } from '@/features/shell/components/Frame';
import { WorkspaceProviders } from '@/features/shell/components/WorkspaceProviders';
import { Messages } from '@/lib/Messages';
import { currentMe } from '@/lib/me';

/** Every page in here is for a signed-in account; each page still asks for what it shows. */
export default async function WorkspaceLayout({ children }: { readonly children: ReactNode }) {
  return (
    // A new space can be made from any page: its dialog's words go with all of them.
    <Messages namespaces={['spaces', 'people', 'notifications']}>
      <WorkspaceProviders me={await currentMe()}>
        <Frame>{children}</Frame>
      </WorkspaceProviders>
    </Messages>
  );
}
