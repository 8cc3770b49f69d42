import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { SpaceFrame } from '@/features/spaces/components/SpaceFrame';
import { readSpace } from '@/features/spaces/server/readSpace';

interface SpaceLayoutProps {
  readonly params: Promise<{ spaceId: string }>;
  readonly children: ReactNode;
}

export async function generateMetadata({ params }: SpaceLayoutProps): Promise<Metadata> {
  return { title: (await readSpace((await params).spaceId)).name };
}

export default async function SpaceLayout({ params, children }: SpaceLayoutProps) {
  const space = await readSpace((await params).spaceId);
  return <SpaceFrame initial={space}>{children}</SpaceFrame>;
}
