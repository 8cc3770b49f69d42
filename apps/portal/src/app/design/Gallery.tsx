'use client';

import { useLocale } from '@hemicycle/i18n/client';
import { Announcer } from '@hemicycle/ui/Announcer';
import { Avatar } from '@hemicycle/ui/Avatar';
import { AvatarStack } from '@hemicycle/ui/AvatarStack';
import { Badge } from '@hemicycle/ui/Badge';
import { Banner } from '@hemicycle/ui/Banner';
import { Button } from '@hemicycle/ui/Button';
import { Card } from '@hemicycle/ui/Card';
import { Checkbox } from '@hemicycle/ui/Checkbox';
import { Chip } from '@hemicycle/ui/Chip';
import { Count } from '@hemicycle/ui/Count';
import { Disclosure } from '@hemicycle/ui/Disclosure';
import { EmptyState } from '@hemicycle/ui/EmptyState';
import { ErrorState } from '@hemicycle/ui/ErrorState';
import { IconButton } from '@hemicycle/ui/IconButton';
import { Bold, Check, FileText, Italic, Lock, Pencil, Plus, Trash2, Users, Video } from '@hemicycle/ui/icons';
import { Kbd } from '@hemicycle/ui/Kbd';
import { LinkTabs } from '@hemicycle/ui/LinkTabs';
import { List } from '@hemicycle/ui/List';
import { ListRow } from '@hemicycle/ui/ListRow';
import { Logo } from '@hemicycle/ui/Logo';
import { MenuButton } from '@hemicycle/ui/MenuButton';
import { PopoverButton } from '@hemicycle/ui/PopoverButton';
import { RadioGroup } from '@hemicycle/ui/RadioGroup';
import { RelativeTime } from '@hemicycle/ui/RelativeTime';
import { SearchField } from '@hemicycle/ui/SearchField';
import { Select } from '@hemicycle/ui/Select';
import { Skeleton } from '@hemicycle/ui/Skeleton';
import { Switch } from '@hemicycle/ui/Switch';
import { TextArea } from '@hemicycle/ui/TextArea';
import { TextField } from '@hemicycle/ui/TextField';
import { Toaster, useToast } from '@hemicycle/ui/Toaster';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { words as w } from './words';

const Dialog = lazy(() => import('@hemicycle/ui/Dialog').then((module) => ({ default: module.Dialog })));
const Sheet = lazy(() => import('@hemicycle/ui/Sheet').then((module) => ({ default: module.Sheet })));

/** The gallery of primitives. */
export function Gallery() {
  return (
    <Announcer>
      <Toaster>
        <main className="mx-auto flex max-w-[1180px] flex-col gap-8 px-4 py-8 md:px-10">
          <h1 className="flex items-center gap-3 text-title font-bold">
            <Logo />
            {`${w.title} (${useLocale()})`}
          </h1>
          <Buttons />
          <Fields />
          <People />
          <States />
          <div data-theme="dark" className="rounded-l bg-stage p-4">
            <Buttons />
          </div>
        </main>
      </Toaster>
    </Announcer>
  );
}

function Part({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-sm font-semibold text-ink-2">{name}</h2>
      {children}
    </section>
  );
}

function Buttons() {
  const [bold, setBold] = useState(true);
  const [open, setOpen] = useState<'dialog' | 'sheet' | null>(null);
  const toast = useToast();
  return (
    <Part name="Button, IconButton, MenuButton, PopoverButton, Dialog, Sheet, Toaster">
      <div className="flex flex-wrap items-center gap-2">
        <Button variant="primary" icon={<Video />}>
          {w.join}
        </Button>
        <Button icon={<FileText />}>{w.agenda}</Button>
        <Button variant="quiet">{w.quiet}</Button>
        <Button variant="danger">{w.leave}</Button>
        <Button isDisabled>{w.agenda}</Button>
        <Button size="s" variant="primary" icon={<Check />}>
          {w.resolve}
        </Button>
        <Button size="s">{w.reply}</Button>
        <Button size="l" variant="primary">
          {w.joinMeeting}
        </Button>
        <IconButton
          label={w.bold}
          shortcut="Ctrl B"
          icon={<Bold />}
          aria-pressed={bold}
          onPress={() => setBold(!bold)}
        />
        <IconButton label={w.italic} icon={<Italic />} />
        <MenuButton
          label={w.new}
          icon={<Plus />}
          items={[
            { id: 'a', label: w.document, icon: <FileText />, shortcut: 'Alt N' },
            { id: 'b', label: w.rename, icon: <Pencil />, isSelected: true },
            'separator',
            { id: 'c', label: w.remove, icon: <Trash2 />, tone: 'danger' },
          ]}
        />
        <PopoverButton label={w.people} icon={<Users />}>
          {(close) => <Button onPress={close}>{w.leave}</Button>}
        </PopoverButton>
        <Button onPress={() => setOpen('dialog')}>{w.dialog}</Button>
        <Button onPress={() => setOpen('sheet')}>{w.sheet}</Button>
        <Button onPress={() => toast({ message: w.trashed, onUndo: () => undefined })}>{w.toast}</Button>
        <Kbd>{w.shortcut}</Kbd>
      </div>
      <Suspense>
        {open && (
          <>
            <Dialog
              isOpen={open === 'dialog'}
              onOpenChange={() => setOpen(null)}
              title={w.newSpace}
              description={w.empty}
              footer={
                <>
                  <Button onPress={() => setOpen(null)}>{w.quiet}</Button>
                  <Button variant="primary">{w.newSpace}</Button>
                </>
              }
            >
              <TextField label={w.name} autoFocus />
            </Dialog>
            <Sheet isOpen={open === 'sheet'} onOpenChange={() => setOpen(null)} title={w.people}>
              <div className="p-5">{w.empty}</div>
            </Sheet>
          </>
        )}
      </Suspense>
    </Part>
  );
}

function Fields() {
  const [choice, setChoice] = useState<'light' | 'dark'>('light');
  return (
    <Part name="TextField, TextArea, SearchField, Select, RadioGroup, Switch, Checkbox, Disclosure">
      <Card className="grid gap-5 p-6 md:grid-cols-2">
        <TextField label={w.name} placeholder={w.space} description={w.guest} />
        <TextField label={w.name} defaultValue={w.space} error={w.nameTaken} />
        <TextArea label={w.purpose} placeholder={w.empty} />
        <div className="flex flex-col gap-4">
          <SearchField label={w.search} defaultValue={w.name} />
          <Select
            label={w.theme}
            value={choice}
            onChange={setChoice}
            options={[
              { value: 'light', label: w.light },
              { value: 'dark', label: w.dark },
            ]}
          />
        </div>
        <RadioGroup
          label={w.theme}
          look="cards"
          value={choice}
          onChange={setChoice}
          options={[
            { value: 'light', label: w.light },
            { value: 'dark', label: w.dark },
          ]}
        />
        <div className="flex flex-col gap-3">
          <Switch defaultSelected detail={w.guest}>
            {w.light}
          </Switch>
          <Switch>{w.dark}</Switch>
          <Checkbox defaultSelected>{w.resolve}</Checkbox>
          <Checkbox>{w.reply}</Checkbox>
          <Disclosure title={w.purpose}>{() => w.guest}</Disclosure>
        </div>
      </Card>
    </Part>
  );
}

function People() {
  const people = w.names.map((name, index) => ({ id: name, name, hue: index * 36 + 18 }));
  return (
    <Part name="Avatar, AvatarStack, Badge, Count, Chip, List, LinkTabs, RelativeTime">
      <div className="flex flex-wrap items-center gap-3">
        {people.map((person) => (
          <Avatar key={person.id} name={person.name} hue={person.hue} size="l" labelled />
        ))}
        <AvatarStack people={people} label={w.people} />
        <AvatarStack people={people.slice(0, 3)} label={w.people} apart />
        <Badge tone="amber" icon={<Lock />}>
          {w.restricted}
        </Badge>
        <Badge>{w.guest}</Badge>
        <Badge tone="ok">{w.inCall}</Badge>
        <Badge tone="primary">{w.document}</Badge>
        <Badge tone="danger">{w.leave}</Badge>
        <Count value={7} label={w.people} />
        <Count value={120} label={w.people} />
        <Chip
          before={<Avatar name="Jonas Weber" hue={150} size="xs" />}
          onRemove={() => undefined}
          removeLabel={w.remove}
        >
          {w.names[1]}
        </Chip>
      </div>
      <div className="grid gap-6 md:grid-cols-2">
        <List>
          {people.slice(0, 3).map((person) => (
            <ListRow
              key={person.id}
              href="/design"
              before={<Avatar name={person.name} hue={person.hue} />}
              title={person.name}
              detail={w.empty}
              after={
                <>
                  <RelativeTime
                    at={new Date(Date.now() - person.hue * 200_000).toISOString()}
                    className="text-sm text-ink-3"
                  />
                  <Count value={2} label={w.people} />
                </>
              }
            />
          ))}
        </List>
        <Card className="px-4">
          <LinkTabs
            label={w.title}
            tabs={[
              { href: '/design', label: w.title },
              { href: '/design/x', label: w.document, count: 12 },
              { href: '/design/y', label: w.people, count: 9 },
            ]}
          />
        </Card>
      </div>
    </Part>
  );
}

function States() {
  return (
    <Part name="Banner, EmptyState, ErrorState, Skeleton">
      <Banner tone="amber">{w.offline}</Banner>
      <Banner>{w.offline}</Banner>
      <Banner tone="danger">{w.offline}</Banner>
      <div className="grid gap-6 md:grid-cols-3">
        <Card>
          <EmptyState icon={<FileText />} action={<Button variant="primary">{w.newSpace}</Button>}>
            {w.empty}
          </EmptyState>
        </Card>
        <Card>
          <ErrorState title={w.offline} action={<Button>{w.reply}</Button>}>
            {w.empty}
          </ErrorState>
        </Card>
        <Card className="flex flex-col gap-3 p-6">
          <Skeleton className="h-5 w-1/2" />
          <Skeleton />
          <Skeleton className="h-4 w-4/5" />
        </Card>
      </div>
    </Part>
  );
}
