'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem } from '@/lib/ApiProblem';
import { api } from '@/lib/api';
import { signInPath } from '@/lib/signInPath';
import { resourcePath } from '../lib/resource';

export type LinkState =
  | { readonly kind: 'opening' }
  /** `error`: why the password that was tried did not do. */
  | { readonly kind: 'password'; readonly error: ApiProblem | null; readonly isSending: boolean }
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly error: unknown };

/** Comes by a link once the page is there, and goes where it leads. Coming twice is as coming once. */
export function useLinkOpening(token: string) {
  const router = useRouter();
  const [state, setState] = useState<LinkState>({ kind: 'opening' });
  const open = useCallback(
    (password?: string) => {
      setState(
        password === undefined ? { kind: 'opening' } : { kind: 'password', error: null, isSending: true },
      );
      const body = { token, ...(password !== undefined && { password }) };
      api('POST /links/open', { body }).then(
        (opened) => router.replace(resourcePath(opened)),
        (error: unknown) => setState(stateOf(error, password !== undefined)),
      );
    },
    [router, token],
  );
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    open();
  }, [open]);
  return { state, open };
}

function stateOf(error: unknown, withPassword: boolean): LinkState {
  if (!(error instanceof ApiProblem)) return { kind: 'failed', error };
  switch (error.code) {
    case 'link_password_required':
      return { kind: 'password', error: null, isSending: false };
    case 'link_password_wrong':
      return { kind: 'password', error, isSending: false };
    case 'sign_in_required':
    case 'session_expired':
      location.assign(signInPath(location.pathname, error.code));
      return { kind: 'opening' };
    case 'not_found':
    case 'invalid_input':
      return { kind: 'gone' };
    default:
      // Too many tries, no network: what was typed is still there to be tried again.
      return withPassword ? { kind: 'password', error, isSending: false } : { kind: 'failed', error };
  }
}
