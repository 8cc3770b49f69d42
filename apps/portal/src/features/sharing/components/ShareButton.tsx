'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { Share2 } from '@hemicycle/ui/icons';
import { lazy, Suspense, useState } from 'react';
import type { Resource } from '../lib/resource';

const loadDialog = () => import('./ShareDialog');
const ShareDialog = lazy(() => loadDialog().then((module) => ({ default: module.ShareDialog })));

export interface ShareButtonProps {
  readonly resource: Resource;
  /** The name of what is shared. */
  readonly title: string;
  readonly variant?: 'primary' | 'secondary';
  /** The words are read out only. */
  readonly wordsClass?: string;
  readonly className?: string;
}

/** Opens the Share dialog, whose code comes when a pointer or focus is near. */
export function ShareButton({
  resource,
  title,
  variant = 'primary',
  wordsClass,
  className,
}: ShareButtonProps) {
  const t = useTranslations('sharing');
  const [isOpen, setOpen] = useState(false);
  const near = () => void loadDialog();
  return (
    <>
      <Button
        variant={variant}
        icon={<Share2 />}
        aria-haspopup="dialog"
        onHoverStart={near}
        onFocus={near}
        onPress={() => setOpen(true)}
        {...(className !== undefined && { className })}
      >
        <span className={wordsClass ?? ''}>{t('share')}</span>
      </Button>
      {isOpen && (
        <Suspense>
          <ShareDialog resource={resource} title={title} onOpenChange={setOpen} />
        </Suspense>
      )}
    </>
  );
}
