'use client';

import type { AccessChange, AccessPreview } from '@hemicycle/contracts';
import { useFormatter, useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { Skeleton } from '@hemicycle/ui/Skeleton';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import type { ApiProblem } from '@/lib/ApiProblem';
import { api } from '@/lib/api';
import { useProblemWords } from '@/lib/useProblemWords';
import { type PendingChange, useShare } from '../hooks/shareContext';
import { useMakeChange } from '../hooks/useMakeChange';
import { type PanelFocusOptions, usePanelFocus } from '../hooks/usePanelFocus';
import { useReasonWords } from '../hooks/useReasonWords';
import { type PreviewLine, previewLines } from '../lib/previewLines';
import type { Resource } from '../lib/resource';
import { BelowLines, concernsBelow } from './BelowLines';

const previewRoute = 'POST /access/{resourceType}/{resourceId}/preview';

export interface ChangePanelProps extends Partial<PanelFocusOptions> {
  /** Shown while the pending change is one of this place. */
  readonly at: string;
  /** The words on the button that does it. */
  readonly confirm: string;
  /** Nothing is missing that the change needs; left out: so. */
  readonly isReady?: boolean;
  /** More of what is to be said or chosen, above what it does. */
  readonly children?: ReactNode;
}

/** What a change would do, and the buttons to do it or not: in its place in the dialog, not over it. */
export function ChangePanel({ at, ...rest }: ChangePanelProps) {
  const { pending } = useShare();
  return pending?.at === at ? <OpenPanel {...rest} pending={pending} /> : null;
}

type OpenPanelProps = Omit<ChangePanelProps, 'at'> & { readonly pending: PendingChange };

function OpenPanel(props: OpenPanelProps) {
  const { pending, confirm, isReady = true, children, asksFirst = false, returns = true } = props;
  const common = useTranslations('common');
  const { consider } = useShare();
  const titleId = useId();
  const { make, isSending, failure } = useMakeChange();
  const { panelRef, take } = usePanelFocus({ asksFirst, returns });
  return (
    <section
      ref={panelRef}
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        consider(null);
      }}
      className="flex animate-fade flex-col gap-3 rounded-m border border-line-strong bg-sunken p-4"
    >
      {children}
      <Preview
        key={JSON.stringify(pending.change)}
        change={pending.change}
        titleId={titleId}
        isMade={isSending}
      >
        {(isPossible) => (
          <>
            {failure && (
              <p role="alert" className="font-medium text-danger">
                {failure}
              </p>
            )}
            <div className="flex flex-wrap justify-end gap-2">
              <Button onPress={() => consider(null)}>{common('cancel')}</Button>
              {isPossible && (
                <ConfirmButton
                  words={confirm}
                  isDanger={isTakingAway(pending.change)}
                  isSending={isSending}
                  isReady={isReady}
                  onShown={take}
                  onPress={() => void make(pending)}
                />
              )}
            </div>
          </>
        )}
      </Preview>
    </section>
  );
}

const isTakingAway = ({ change }: AccessChange) => ['revoke', 'revokeAll', 'unlink'].includes(change);

interface ConfirmButtonProps {
  readonly words: string;
  readonly isDanger: boolean;
  readonly isSending: boolean;
  readonly isReady: boolean;
  readonly onShown: (button: HTMLElement | null) => void;
  readonly onPress: () => void;
}

/** Is there once one knows what it does. The next key then answers the question that was asked. */
function ConfirmButton({ words, isDanger, isSending, isReady, onShown, onPress }: ConfirmButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const shown = useRef(onShown);
  useEffect(() => shown.current(button.current), []);
  return (
    <Button
      ref={button}
      variant={isDanger ? 'danger' : 'primary'}
      isPending={isSending}
      isDisabled={!isReady}
      onPress={onPress}
    >
      {words}
    </Button>
  );
}

interface PreviewProps {
  readonly change: AccessChange;
  readonly titleId: string;
  /** It is being made: what it would do now is no question any more. */
  readonly isMade: boolean;
  /** What stands below; `isPossible`: the server would do it. */
  readonly children: (isPossible: boolean) => ReactNode;
}

function Preview({ change, titleId, isMade, children }: PreviewProps) {
  const t = useTranslations('sharing.preview');
  const words = useProblemWords();
  const { resource } = useShare();
  const { data, error } = usePreview(resource, change, !isMade);
  const isKnown = data !== undefined || error !== null;
  return (
    <>
      <h4 id={titleId} className="text-sm font-semibold text-ink-2">
        {t(isKnown && error ? 'refused' : 'title')}
      </h4>
      <div role="status" aria-busy={!isKnown} className="flex flex-col gap-1">
        {!isKnown && (
          <>
            <span className="sr-only">{t('looking')}</span>
            <Skeleton className="h-5 w-3/4" />
          </>
        )}
        {isKnown && error && (
          <p className="font-medium text-danger">
            {words(error).title}. {words(error).text}
          </p>
        )}
        {isKnown && !error && data && <Lines preview={data} />}
      </div>
      {children(isKnown && !error)}
    </>
  );
}

function usePreview({ resourceType, resourceId }: Resource, change: AccessChange, enabled: boolean) {
  return useQuery<AccessPreview, ApiProblem>({
    queryKey: [previewRoute, resourceType, resourceId, change],
    queryFn: ({ signal }) =>
      api(previewRoute, { params: { resourceType, resourceId }, body: change, signal }),
    enabled,
    // What was true a moment ago is no answer to what would happen now.
    gcTime: 0,
    staleTime: 0,
    retry: false,
  });
}

function Lines({ preview }: { readonly preview: AccessPreview }) {
  const t = useTranslations('sharing.preview');
  const sentence = useSentence();
  const lines = previewLines(preview);
  return (
    <>
      {!concernsBelow(preview) && lines.every(({ kind }) => kind === 'keeps') ? <p>{t('nobody')}</p> : null}
      {lines.map((line) => (
        <p key={JSON.stringify(line)}>{sentence(line)}</p>
      ))}
      <BelowLines below={preview.below} />
      {!preview.complete && <p className="text-sm text-ink-3">{t('incomplete')}</p>}
    </>
  );
}

function useSentence(): (line: PreviewLine) => string {
  const t = useTranslations('sharing.preview');
  const roles = useTranslations('spaces.roles');
  const format = useFormatter();
  const reasons = useReasonWords();
  return (line) => {
    const names = line.people.map(({ name }) => name);
    const people =
      line.others > 0
        ? t('people', { names: names.join(', '), count: line.others })
        : format.list(names, { type: 'conjunction' });
    const count = names.length + line.others;
    switch (line.kind) {
      case 'loses':
        return t('loses', { people, count });
      case 'gains':
        return t('gains', { people, count, role: roles(line.role) });
      case 'becomes':
        return t('becomes', { people, before: roles(line.before), after: roles(line.after) });
      case 'keeps':
        return t('keeps', { people, count, role: roles(line.by.role), reason: reasons.reason(line.by) });
    }
  };
}
