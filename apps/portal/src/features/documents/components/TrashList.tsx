'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { EmptyState } from '@hemicycle/ui/EmptyState';
import { ErrorState } from '@hemicycle/ui/ErrorState';
import { ArchiveRestore, FileText, Trash2 } from '@hemicycle/ui/icons';
import { List } from '@hemicycle/ui/List';
import { ListRow } from '@hemicycle/ui/ListRow';
import { RelativeTime } from '@hemicycle/ui/RelativeTime';
import { useProblemWords } from '@/lib/useProblemWords';
import type { DocumentActions } from '../hooks/useDocumentActions';
import { useTree } from '../hooks/useTree';
import { trashRows } from '../lib/trashRows';
import { TreeSkeleton } from './TreeSkeleton';

/** What was thrown away in a space, and the way back. */
export function TrashList({
  spaceId,
  actions,
}: {
  readonly spaceId: string;
  readonly actions: DocumentActions;
}) {
  const t = useTranslations('documents.trash');
  const common = useTranslations('common');
  const problemWords = useProblemWords();
  const tree = useTree(spaceId, true);
  if (tree.error) {
    const { title, text } = problemWords(tree.error);
    return (
      <ErrorState level={3} title={title} action={<Button onPress={tree.retry}>{common('retry')}</Button>}>
        {text}
      </ErrorState>
    );
  }
  if (tree.isPending) return <TreeSkeleton label={t('loading')} />;
  const rows = trashRows(tree.roots);
  if (rows.length === 0) return <EmptyState icon={<Trash2 />}>{t('empty')}</EmptyState>;
  return (
    <List aria-label={t('label')}>
      {rows.map((row) => (
        <ListRow
          key={row.id}
          before={<FileText className="text-ink-3" />}
          title={row.title}
          detail={
            <>
              {t.rich('when', { time: () => <RelativeTime at={row.trashedAt} /> })}
              {row.below > 0 && ` · ${t('below', { count: row.below })}`}
            </>
          }
          after={
            <Button
              size="s"
              icon={<ArchiveRestore />}
              onPress={() => void actions.restore(row.id, row.title)}
            >
              {t('restore')}
            </Button>
          }
        />
      ))}
    </List>
  );
}
