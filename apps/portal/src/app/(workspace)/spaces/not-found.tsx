import { SpaceAbsent } from '@/features/spaces/components/SpaceAbsent';

export default function SpaceNotFound() {
  return <SpaceAbsent />;
}
