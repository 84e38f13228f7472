import type { EntryContext } from 'react-router';

/** Whether one of the page's routes opted in to scripts with `handle = { interactive: true }`. */
export function hasScripts(context: EntryContext): boolean {
  return context.staticHandlerContext.matches.some((match) =>
    isInteractive(context.routeModules[match.route.id]?.handle),
  );
}

/** Reads a route's `handle`. */
export function isInteractive(handle: unknown): boolean {
  return (
    typeof handle === 'object' &&
    handle !== null &&
    'interactive' in handle &&
    handle.interactive === true
  );
}
