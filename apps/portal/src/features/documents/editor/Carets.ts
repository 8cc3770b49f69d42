import { hueStep } from '@hemicycle/ui/lib/hueStep';
import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { yCursorPlugin } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import { presenceUser } from '../lib/presentPeople';

/** How long a name stays beside a caret after it moved, so that it does not cover what others read. Milliseconds. */
const NAME_SHOWN = 4_000;

/** Other people's carets and selections, with their names, each in the person's colour. */
export function carets(awareness: Awareness, guestWord: () => string): Extension {
  return Extension.create({
    name: 'carets',
    priority: 999,
    addProseMirrorPlugins: () => [
      yCursorPlugin(awareness, {
        cursorBuilder: (user: unknown, clientId: number) => caretElement(user, clientId, guestWord),
        selectionBuilder: (user: unknown) => ({
          class: 'other-selection',
          'data-hue': String(hueStep(presenceUser(user)?.hue ?? 0)),
        }),
      }),
      namesPlugin(awareness),
    ],
  });
}

function caretElement(raw: unknown, clientId: number, guestWord: () => string): HTMLElement {
  const user = presenceUser(raw);
  const caret = document.createElement('span');
  caret.className = 'caret';
  caret.dataset.hue = String(hueStep(user?.hue ?? 0));
  caret.dataset.client = String(clientId);
  caret.dataset.moved = '';
  const name = document.createElement('span');
  name.className = 'caret-name';
  // The first name: the whole one, beside the avatars, would cover half a line.
  name.textContent = [user?.name.split(' ')[0] ?? '', ...(user?.guest ? [guestWord()] : [])].join(' · ');
  // Keeps the line's height and a place for the caret at the end of a line.
  caret.append('\u2060', name, '\u2060');
  return caret;
}

function namesPlugin(awareness: Awareness): Plugin {
  return new Plugin({
    key: new PluginKey('caretNames'),
    view(view) {
      const timers = new Map<number, ReturnType<typeof setTimeout>>();
      const find = (client: number) => view.dom.querySelector<HTMLElement>(`[data-client="${client}"]`);
      const moved = ({ added, updated }: { added: number[]; updated: number[] }) => {
        for (const client of [...added, ...updated]) {
          clearTimeout(timers.get(client));
          find(client)?.setAttribute('data-moved', '');
          const hide = () => find(client)?.removeAttribute('data-moved');
          timers.set(client, setTimeout(hide, NAME_SHOWN));
        }
      };
      awareness.on('change', moved);
      return {
        destroy() {
          awareness.off('change', moved);
          for (const timer of timers.values()) clearTimeout(timer);
        },
      };
    },
  });
}
