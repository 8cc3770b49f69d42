'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import dynamic from 'next/dynamic';
import type { DocumentPanelProps } from './DocumentPanelView';
import { DocumentSkeleton } from './DocumentSkeleton';

const View = dynamic(() => import('./DocumentPanelView').then((module) => module.DocumentPanelView), {
  ssr: false,
  loading: LoadingPanel,
});

function LoadingPanel() {
  const t = useTranslations('documents');
  return <DocumentSkeleton label={t('loading')} />;
}

/** A document inside something else, such as a call; its code comes when it is shown. */
export function DocumentPanel(props: DocumentPanelProps) {
  return <View {...props} />;
}
