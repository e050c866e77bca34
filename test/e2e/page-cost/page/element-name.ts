/** The element's tag and whom it shows, as in `cohost-seat user_2`. */
export function elementName(element: Element): string {
  const { localName, userId, seat } = element as Element & {
    userId?: string;
    seat?: { userInfo: { userId: string } | null };
  };
  const shown = userId ?? seat?.userInfo?.userId;
  return shown === undefined ? localName : `${localName} ${shown}`;
}
