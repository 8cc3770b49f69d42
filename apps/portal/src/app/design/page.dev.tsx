import { Messages } from '@/lib/Messages';
import { Gallery } from './Gallery';

/** Every primitive in its states, to look at while developing. Not a page of the product. */
export default function DesignPage() {
  return (
    <Messages namespaces={['common']}>
      <Gallery />
    </Messages>
  );
}
