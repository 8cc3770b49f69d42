'use client';

import type { ReactNode } from 'react';
import { AccountMenu } from './AccountMenu';
import { Bell } from './Bell';
import { useMe } from './MeProvider';
import { NewMenu } from './NewMenu';
import { SearchButton } from './SearchButton';

export interface TopBarProps {
  /** Where I am: words, or Crumbs. */
  readonly where: ReactNode;
  /** Beside where I am, such as a label or a saved state. */
  readonly beside?: ReactNode;
}

/** The bar at the top of each page of the workspace: where I am, search, new. First thing in a page. */
export function TopBar({ where, beside }: TopBarProps) {
  const administersOnly = useMe().breakGlass?.own === true;
  return (
    <>
      <header className="sticky top-0 z-30 flex h-bar shrink-0 items-center gap-2 border-b border-line bg-surface px-4 md:gap-4 md:px-5">
        <div className="flex min-w-0 flex-1 items-center gap-3 text-base font-semibold">
          <div className="min-w-0 truncate">{where}</div>
          {beside}
        </div>
        {!administersOnly && <SearchButton />}
        <div className="flex items-center justify-end gap-1 md:flex-1 md:gap-2">
          {!administersOnly && <Bell />}
          {!administersOnly && <NewMenu />}
          <span className="md:hidden">
            <AccountMenu placement="bottom end" size="m" />
          </span>
        </div>
      </header>
      {/* Where the skip link leads. */}
      <div id="content" tabIndex={-1} className="h-0 outline-none" />
    </>
  );
}
