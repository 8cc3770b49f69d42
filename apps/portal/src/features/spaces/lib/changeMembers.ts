import type { Member, Page } from '@hemicycle/contracts';
import type { InfiniteData } from '@tanstack/react-query';

export type MemberPages = InfiniteData<Page<Member>, string | undefined>;

/** The pages without one member. Pages stay as they are: how many were read is how many are read anew. */
export function dropMember(data: MemberPages, userId: string): MemberPages {
  return {
    ...data,
    pages: data.pages.map((page) => ({
      ...page,
      items: page.items.filter((member) => member.person.id !== userId),
    })),
  };
}

/** The pages with a member in their place: instead of their older row, or new, by name as the server orders them. */
export function putMember(data: MemberPages, member: Member): MemberPages {
  const isSame = (one: Member) => one.person.id === member.person.id;
  if (data.pages.some((page) => page.items.some(isSame))) {
    const items = (page: Page<Member>) => page.items.map((one) => (isSame(one) ? member : one));
    return { ...data, pages: data.pages.map((page) => ({ ...page, items: items(page) })) };
  }
  const comesBefore = (one: Member) => member.person.name.localeCompare(one.person.name) < 0;
  const found = data.pages.findIndex((page) => page.items.some(comesBefore));
  const target = found === -1 ? data.pages.length - 1 : found;
  return {
    ...data,
    pages: data.pages.map((page, index) => {
      if (index !== target) return page;
      const at = page.items.findIndex(comesBefore);
      const place = at === -1 ? page.items.length : at;
      return { ...page, items: page.items.toSpliced(place, 0, member) };
    }),
  };
}
