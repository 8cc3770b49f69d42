import type { ReactNode } from 'react';
import { Frame } from '@/features/shell/components/Frame';
import { WorkspaceProviders } from '@/features/shell/components/WorkspaceProviders';
import { currentMe } from '@/lib/me';

/** Every page in here is for a signed-in account; each page still asks for what it shows. */
export default async function WorkspaceLayout({ children }: { readonly children: ReactNode }) {
  return (
    <WorkspaceProviders me={await currentMe()}>
      <Frame>{children}</Frame>
    </WorkspaceProviders>
  );
}
