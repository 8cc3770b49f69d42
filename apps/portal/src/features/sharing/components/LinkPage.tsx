'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { ErrorState } from '@hemicycle/ui/ErrorState';
import { KeyRound, Unlink } from '@hemicycle/ui/icons';
import { buttonClass } from '@hemicycle/ui/lib/buttonClass';
import { Skeleton } from '@hemicycle/ui/Skeleton';
import { TextField } from '@hemicycle/ui/TextField';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useProblemWords } from '@/lib/useProblemWords';
import { type LinkState, useLinkOpening } from '../hooks/useLinkOpening';
import { type Resource, resourcePath } from '../lib/resource';
import { AskCard } from './AskCard';

export interface LinkPageProps {
  /** What the address says it leads to; the token decides. */
  readonly resource: Resource;
  readonly token: string;
}

/** Where a link leads first: opens it and goes on, asks for its password, or says that it opens nothing. */
export function LinkPage({ resource, token }: LinkPageProps) {
  const { state, open } = useLinkOpening(token);
  return (
    <div className="flex flex-1 flex-col justify-center-safe overflow-y-auto">
      <Shown state={state} resource={resource} open={open} />
    </div>
  );
}

interface ShownProps {
  readonly state: LinkState;
  readonly resource: Resource;
  readonly open: (password?: string) => void;
}

function Shown({ state, resource, open }: ShownProps) {
  const t = useTranslations('sharing.linkPage');
  const common = useTranslations('common');
  const words = useProblemWords();
  switch (state.kind) {
    case 'opening':
      return (
        <div role="status" className="mx-auto flex w-full max-w-[420px] flex-col gap-3 p-6">
          <h1 className="text-lg font-semibold">{t('opening')}</h1>
          <Skeleton className="h-4 w-3/4" />
        </div>
      );
    case 'password':
      return <PasswordForm state={state} open={open} />;
    case 'gone':
      return <Gone resource={resource} />;
    case 'failed':
      return (
        <ErrorState
          level={1}
          title={t('failed')}
          action={<Button onPress={() => open()}>{common('retry')}</Button>}
        >
          {words(state.error).text}
        </ErrorState>
      );
  }
}

function Gone({ resource }: { readonly resource: Resource }) {
  const t = useTranslations('sharing.linkPage');
  const router = useRouter();
  return (
    <>
      <ErrorState
        level={1}
        icon={<Unlink />}
        title={t('gone.title')}
        action={
          <Link href="/" className={buttonClass()}>
            {t('home')}
          </Link>
        }
      >
        {t('gone.text')}
      </ErrorState>
      <div className="mx-auto mb-12 w-full max-w-[440px] px-4">
        <AskCard resource={resource} onOpened={() => router.push(resourcePath(resource))} />
      </div>
    </>
  );
}

function PasswordForm({
  state,
  open,
}: Pick<ShownProps, 'open'> & { state: LinkState & { kind: 'password' } }) {
  const t = useTranslations('sharing.linkPage.password');
  const words = useProblemWords();
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password !== '' && !state.isSending) open(password);
  };
  return (
    <form
      onSubmit={submit}
      noValidate
      className="mx-auto flex w-full max-w-[420px] flex-col gap-5 rounded-l border border-line bg-surface p-6 shadow-1 max-sm:border-0 max-sm:bg-transparent max-sm:shadow-none"
    >
      <div className="flex flex-col gap-1.5">
        <h1 className="flex items-center gap-2.5 text-lg font-semibold">
          <KeyRound className="text-ink-3" />
          {t('title')}
        </h1>
        <p className="text-ink-2">{t('text')}</p>
      </div>
      <TextField
        label={t('label')}
        type="password"
        autoComplete="off"
        value={password}
        onChange={setPassword}
        autoFocus
        {...(state.error !== null && { error: words(state.error).title })}
      />
      <Button type="submit" variant="primary" isPending={state.isSending}>
        {t('send')}
      </Button>
    </form>
  );
}
