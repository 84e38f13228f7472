import {
  createContext,
  type LoaderFunction,
  matchRoutes,
  type RouteObject,
  type ServerBuild,
} from 'react-router';
import { type BodyRule, bodyRules, takesOf } from './body-rule.ts';

export interface PageTable {
  /** How much the page at this path takes. An address without a page takes what the smallest does. */
  bodyRuleOf(path: string): BodyRule;
  /** The loader of the page whose addresses have this pattern, such as `o/:org/settings`. */
  loaderOf(pattern: string): LoaderFunction | null;
}

/** Set for every request. */
export const pageTableContext = createContext<PageTable>();

/** What the built pages say of themselves, by address. */
export function createPageTable(routes: ServerBuild['routes']): PageTable {
  const table = below(routes, undefined);
  const leaves = leavesByPattern(routes);
  return {
    loaderOf(pattern) {
      const leaf = leaves.get(pattern);
      // What cannot be asked must not be taken for a page without a rule.
      if (!leaf) throw new Error(`no page has the pattern ${pattern}`);
      return (leaf.module.loader as LoaderFunction | undefined) ?? null;
    },
    bodyRuleOf(path) {
      const takes = (matchRoutes(table, path) ?? [])
        .map(({ route }) => takesOf(routes[route.id ?? '']?.module.handle))
        .findLast((one) => one !== null);
      return bodyRules[takes ?? 'a form'];
    },
  };
}

type Route = NonNullable<ServerBuild['routes'][string]>;

/** Of a frame and the first page inside it, which share an address, the page. */
function leavesByPattern(routes: ServerBuild['routes']): Map<string, Route> {
  const leaves = new Map<string, Route>();
  for (const route of Object.values(routes)) {
    if (!route || (route.path === undefined && route.index !== true)) continue;
    const pattern = segmentsOf(routes, route).join('/') || '/';
    if (route.index === true || !leaves.has(pattern)) leaves.set(pattern, route);
  }
  return leaves;
}

/** Joined as React Router joins them for a page's loader. */
function segmentsOf(routes: ServerBuild['routes'], { parentId, path }: Route): string[] {
  const parent = routes[parentId ?? ''];
  const above = parent ? segmentsOf(routes, parent) : [];
  return path === undefined || path === '' ? above : [...above, path];
}

function below(routes: ServerBuild['routes'], parentId: string | undefined): RouteObject[] {
  const found: RouteObject[] = [];
  for (const route of Object.values(routes)) {
    if (!route || route.parentId !== parentId) continue;
    const { id, path } = route;
    const own = { id, ...(path === undefined ? {} : { path }) };
    if (route.index === true) found.push({ ...own, index: true });
    else found.push({ ...own, children: below(routes, id) });
  }
  return found;
}
