'use client';

import type { Room } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { arrangeStage, type Call } from '@hemicycle/media/client';
import { lazy, Suspense, useMemo } from 'react';
import { ConversationPanel } from '@/features/conversation';
import { DocumentPicker } from '@/features/documents';
import { useMe } from '@/features/shell';
import { useCallNotices } from '../../hooks/useCallNotices';
import { useDeviceProblems } from '../../hooks/useDeviceProblems';
import { useIsNarrow } from '../../hooks/useIsNarrow';
import { useShownDocument } from '../../hooks/useShownDocument';
import { useStore } from '../../hooks/useStore';
import { useToastsAbove } from '../../hooks/useToastsAbove';
import { CallStatus } from './CallStatus';
import { CallTitle } from './CallTitle';
import { ControlBar } from './ControlBar';
import { CallContext } from './callContext';
import { PeoplePanel } from './PeoplePanel';
import { ShownDocumentCard } from './ShownDocumentCard';
import { SidePanel } from './SidePanel';
import { Stage } from './Stage';
import { useCallViewState } from './useCallViewState';

const DocumentStage = lazy(() =>
  import('./DocumentStage').then((module) => ({ default: module.DocumentStage })),
);

export interface CallViewProps {
  readonly call: Call;
  readonly room: Room;
  readonly documentId: string | null;
}

/** The meeting: stage, panel, controls. Dark in both themes, as faces and screens want it. */
export function CallView({ call, room, documentId: initialDocumentId }: CallViewProps) {
  const t = useTranslations('meeting');
  const me = useMe();
  const narrow = useIsNarrow();
  const snapshot = useStore(call);
  const { view, actions } = useCallViewState(initialDocumentId);
  useCallNotices(call);
  useDeviceProblems(call.media);
  useToastsAbove(narrow ? 76 : 104);
  const { participants, speakers, shown } = snapshot;
  const { openDocument } = actions;
  const { offered, dismiss } = useShownDocument({
    shown,
    openId: view.documentId,
    myUserId: me.id,
    narrow,
    onOpen: openDocument,
  });
  const arrangement = arrangeStage({
    participants,
    speakers,
    choice: view.layout,
    documentOpen: view.documentId !== null,
    selfHidden: view.selfHidden,
  });
  const context = useMemo(() => ({ call, room }), [call, room]);
  return (
    <CallContext value={context}>
      <div className="h-full bg-stage">
        <div data-theme="dark" data-call={snapshot.state} className="flex h-full flex-col text-ink">
          <h1 className="sr-only">{t('stage.title', { room: room.name })}</h1>
          {narrow && (
            <header className="flex shrink-0 items-center px-4 pt-2">
              <CallTitle />
            </header>
          )}
          <div className="relative flex min-h-0 flex-1 flex-col gap-2 p-2 md:flex-row md:gap-3 md:p-3 md:pb-0">
            <Stage
              arrangement={arrangement}
              document={
                view.documentId && (
                  <Suspense fallback={<div className="flex-1 rounded-l bg-tile" />}>
                    <DocumentStage
                      documentId={view.documentId}
                      shown={shown}
                      onClose={() => openDocument(null)}
                    />
                  </Suspense>
                )
              }
            />
            {view.panel && (
              <SidePanel title={t(`panel.${view.panel}`)} onClose={() => actions.closePanel()}>
                {view.panel === 'people' && <PeoplePanel participants={participants} />}
                {view.panel === 'chat' && (
                  <ConversationPanel channelId={room.channelId} compact onOpenDocument={openDocument} />
                )}
                {view.panel === 'documents' && (
                  <DocumentPicker spaceId={room.spaceId} onOpen={openDocument} />
                )}
              </SidePanel>
            )}
            <div className="pointer-events-none absolute inset-x-0 top-4 z-20 flex flex-col items-center gap-2">
              <CallStatus snapshot={snapshot} />
              {offered && (
                <ShownDocumentCard
                  shown={offered}
                  participants={participants}
                  onOpen={() => {
                    dismiss();
                    openDocument(offered.documentId);
                  }}
                  onDismiss={dismiss}
                />
              )}
            </div>
          </div>
          <ControlBar participants={participants} view={view} actions={actions} />
        </div>
      </div>
    </CallContext>
  );
}
