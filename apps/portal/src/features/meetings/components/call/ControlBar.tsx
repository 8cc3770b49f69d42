'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import type { CallParticipant } from '@hemicycle/media/client';
import {
  FileText,
  Hand,
  MessageSquare,
  Mic,
  MicOff,
  MonitorUp,
  ScreenShareOff,
  Users,
  Video,
  VideoOff,
} from '@hemicycle/ui/icons';
import { useEffect, useState } from 'react';
import { useCallShortcuts } from '../../hooks/useCallShortcuts';
import { useIsNarrow } from '../../hooks/useIsNarrow';
import { useRaiseHand } from '../../hooks/useRaiseHand';
import { useStore } from '../../hooks/useStore';
import { useUnread } from '../../hooks/useUnread';
import { canShareScreen } from '../../lib/canShareScreen';
import { modifierWord } from '../../lib/shortcutWords';
import { CallTitle } from './CallTitle';
import { ControlButton } from './ControlButton';
import { useCall } from './callContext';
import { LeaveControl } from './LeaveControl';
import { MoreControl } from './MoreControl';
import type { CallViewActions, ViewState } from './viewState';

export interface ControlBarProps {
  readonly participants: readonly CallParticipant[];
  readonly view: ViewState;
  readonly actions: CallViewActions;
}

/** The foot of the meeting: what it is, what I send, what I see. It never moves. */
export function ControlBar({ participants, view, actions }: ControlBarProps) {
  const t = useTranslations('meeting');
  const { room } = useCall();
  const narrow = useIsNarrow();
  const unread = useUnread(room.channelId, view.panel === 'chat');
  const panels = (
    <>
      {!narrow && (
        <ControlButton
          icon={<Users />}
          word={t('controls.people')}
          label={t('controls.peopleCount', { count: participants.length })}
          badge={participants.length}
          look={view.panel === 'people' ? 'on' : 'plain'}
          aria-expanded={view.panel === 'people'}
          onPress={() => actions.togglePanel('people')}
        />
      )}
      <ControlButton
        icon={<MessageSquare />}
        word={t('controls.chat')}
        label={unread > 0 ? t('controls.chatUnread', { count: unread }) : t('controls.chat')}
        badge={unread}
        look={view.panel === 'chat' ? 'on' : 'plain'}
        aria-expanded={view.panel === 'chat'}
        onPress={() => actions.togglePanel('chat')}
      />
      <ControlButton
        icon={<FileText />}
        word={t('controls.document')}
        label={t(view.documentId ? 'controls.documentClose' : 'controls.documentOpen')}
        look={view.documentId || view.panel === 'documents' ? 'on' : 'plain'}
        aria-expanded={view.documentId !== null || view.panel === 'documents'}
        onPress={() => (view.documentId ? actions.openDocument(null) : actions.togglePanel('documents'))}
      />
    </>
  );
  return (
    <footer className="flex shrink-0 items-center justify-center gap-1 px-2 pt-2 pb-[max(8px,env(safe-area-inset-bottom))] md:grid md:grid-cols-[1fr_auto_1fr] md:gap-3 md:px-5 md:py-3.5">
      {!narrow && <CallTitle />}
      {/* biome-ignore lint/a11y/useSemanticElements: a toolbar, not a form's fieldset */}
      <div
        role="group"
        aria-label={t('controls.label')}
        className="flex w-full items-center justify-center gap-1 md:w-auto md:gap-2"
      >
        <SourceControls me={participants.find((one) => one.isLocal)} />
        {narrow && panels}
        <MoreControl participants={participants} view={view} actions={actions} narrow={narrow} />
        <LeaveControl />
      </div>
      {!narrow && <div className="flex justify-end gap-2">{panels}</div>}
    </footer>
  );
}

/** Microphone, camera, screen and hand. */
function SourceControls({ me }: { readonly me: CallParticipant | undefined }) {
  const t = useTranslations('meeting');
  const { call, room } = useCall();
  const { microphone, camera, screen } = useStore(call.media);
  const narrow = useIsNarrow();
  const hand = useRaiseHand(room.id, me);
  const [modifier, setModifier] = useState('Ctrl');
  useEffect(() => setModifier(modifierWord()), []);
  const flip = (source: 'microphone' | 'camera' | 'screen') =>
    void call.media.turn(source, call.media.getSnapshot()[source].status === 'off');
  useCallShortcuts({ microphone: () => flip('microphone'), camera: () => flip('camera') });
  const sharing = screen.status !== 'off';
  return (
    <>
      <ControlButton
        icon={microphone.status === 'off' ? <MicOff /> : <Mic />}
        word={t(microphone.status === 'off' ? 'controls.unmute' : 'controls.mute')}
        label={t(microphone.status === 'off' ? 'controls.unmute' : 'controls.mute')}
        shortcut={`${modifier} D`}
        look={microphone.status === 'off' ? 'off' : 'plain'}
        onPress={() => flip('microphone')}
      />
      <ControlButton
        icon={camera.status === 'off' ? <VideoOff /> : <Video />}
        word={t('controls.camera')}
        label={t(camera.status === 'off' ? 'controls.cameraOn' : 'controls.cameraOff')}
        shortcut={`${modifier} E`}
        look={camera.status === 'off' ? 'off' : 'plain'}
        onPress={() => flip('camera')}
      />
      {!narrow && room.abilities.publishScreen && canShareScreen() && (
        <ControlButton
          icon={sharing ? <ScreenShareOff /> : <MonitorUp />}
          word={t('controls.share')}
          label={t(sharing ? 'controls.shareStop' : 'controls.shareStart')}
          look={sharing ? 'on' : 'plain'}
          onPress={() => flip('screen')}
        />
      )}
      <ControlButton
        icon={<Hand />}
        word={t(hand.raised ? 'controls.lower' : 'controls.raise')}
        label={t(hand.raised ? 'controls.lowerHand' : 'controls.raiseHand')}
        look={hand.raised ? 'on' : 'plain'}
        onPress={() => void hand.toggle()}
      />
    </>
  );
}
