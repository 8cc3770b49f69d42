'use client';

import { useLocale, useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { useCallback, useEffect, useRef, useState } from 'react';
import { guestDoorOf } from '@/features/guests/guestDoorOf';
import { ApiProblem } from '@/lib/ApiProblem';
import { type KeycloakAddress, KeycloakSignIn, keycloakErrorOf } from '../lib/KeycloakSignIn';
import { rememberNext, takeNext } from '../lib/pendingNext';
import { type SignInState, stateOfCode } from '../lib/signInState';
import { WhileDown } from './WhileDown';

export interface SignInProps {
  readonly keycloak: KeycloakAddress;
  /** Checked path to go to afterwards. */
  readonly next: string;
  /** `working` begins by itself. */
  readonly initialState: SignInState;
  /** Somebody is signed in already, and goes on to `next` unless Keycloak has just answered. */
  readonly signedIn: boolean;
  /** The level of authentication to ask for anew, of whoever is signed in; null: an ordinary sign-in. */
  readonly stepUp: string | null;
  /** There is a break-glass administrator. */
  readonly breakGlass: boolean;
  /** Whoever comes has said that they have an account: they are not led to the guests' door. */
  readonly withAccount: boolean;
}

/** Signs in, or tells why not and what to do. */
export function SignIn(props: SignInProps) {
  const { keycloak, next, initialState, signedIn, stepUp, breakGlass, withAccount } = props;
  const t = useTranslations('auth');
  const locale = useLocale();
  const [state, setState] = useState<SignInState>(initialState);
  const began = useRef(false);

  const begin = useCallback(
    async (again: boolean) => {
      setState('working');
      const signIn = new KeycloakSignIn(keycloak);
      try {
        if (!(await signIn.isReachable())) return setState('identity_unavailable');
        await signIn.finish();
        rememberNext(next);
        await signIn.start({ locale, again: again || stepUp !== null, acr: stepUp });
      } catch {
        setState('failed');
      }
    },
    [keycloak, locale, next, stepUp],
  );

  useEffect(() => {
    if (began.current) return;
    began.current = true;
    void arrive(keycloak).then(async (arrival) => {
      if (arrival === 'nothing') {
        if (signedIn && stepUp === null) return location.replace(next);
        if (initialState !== 'working') return;
        // Whoever came back from Keycloak with the browser's back button did not want to sign in.
        if (cameBack()) return setState('cancelled');
        const door = signedIn || withAccount ? null : await guestDoorOf(next);
        if (door === null) void begin(false);
        else location.replace(door);
      } else if (arrival === 'opened') location.replace(takeNext());
      else setState(arrival);
    });
  }, [keycloak, initialState, signedIn, stepUp, withAccount, next, begin]);

  useEffect(() => {
    const onShow = (event: PageTransitionEvent) => event.persisted && setState('cancelled');
    window.addEventListener('pageshow', onShow);
    return () => window.removeEventListener('pageshow', onShow);
  }, []);

  return (
    <div className="flex flex-col gap-6">
      <div role={state === 'working' ? 'status' : 'alert'} className="flex flex-col gap-2">
        <h1 className="text-title font-bold">{t(`${state}.title`)}</h1>
        <p className="text-md text-ink-2">{t(`${state}.text`)}</p>
      </div>
      {state === 'working' ? (
        <span aria-hidden="true" className="h-1 w-full overflow-hidden rounded-full bg-pressed">
          <span className="block h-full w-1/3 animate-pulse rounded-full bg-primary" />
        </span>
      ) : (
        <Actions state={state} onBegin={(again) => void begin(again)} />
      )}
      {state === 'identity_unavailable' && <WhileDown breakGlass={breakGlass} />}
    </div>
  );
}

/** The account itself is refused: trying again with it does not help. */
const REFUSALS = ['account_unknown', 'account_disabled', 'organisation_changed', 'email_refused'] as const;
type Refusal = (typeof REFUSALS)[number];

const isRefusal = (state: SignInState): state is Refusal => REFUSALS.some((refusal) => refusal === state);

interface ActionsProps {
  readonly state: Exclude<SignInState, 'working'>;
  readonly onBegin: (again: boolean) => void;
}

function Actions({ state, onBegin }: ActionsProps) {
  const t = useTranslations('auth');
  if (isRefusal(state)) {
    return (
      <Button variant="primary" size="l" onPress={() => onBegin(true)}>
        {t('otherAccount')}
      </Button>
    );
  }
  const words = {
    signedOut: t('signInAgain'),
    session_expired: t('signIn'),
    cancelled: t('signIn'),
    identity_unavailable: t('retry'),
    failed: t('retry'),
    unavailable: t('retry'),
  } as const;
  // What has ended stays so until one proves anew who one is, whatever Keycloak remembers.
  return (
    <Button variant="primary" size="l" onPress={() => onBegin(state === 'session_expired')}>
      {words[state]}
    </Button>
  );
}

/** What the address brought back from Keycloak: a session, nothing, or why not. */
async function arrive(keycloak: KeycloakAddress): Promise<'opened' | 'nothing' | SignInState> {
  if (!/[#&](code|error)=/.test(location.hash)) return 'nothing';
  try {
    // False: the answer belonged to an attempt this browser does not know (any more); one may begin again.
    return (await new KeycloakSignIn(keycloak).finish()) ? 'opened' : 'cancelled';
  } catch (error) {
    if (error instanceof ApiProblem) return stateOfCode(error.code);
    return stateOfCode(keycloakErrorOf(error) ?? 'failed');
  }
}

function cameBack(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return navigation instanceof PerformanceNavigationTiming && navigation.type === 'back_forward';
}
