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
  /** The loader of the page at this path. */
  loaderOf(path: string): LoaderFunction | null;
}

/** Set for every request. */
export const pageTableContext = createContext<PageTable>();

/** What the built pages say of themselves, by address. */
export function createPageTable(routes: ServerBuild['routes']): PageTable {
  const table = below(routes, undefined);
  return {
    loaderOf(path) {
      const leaf = matchRoutes(table, path)?.at(-1)?.route.id;
      const { loader } = routes[leaf ?? '']?.module ?? {};
      return (loader as LoaderFunction | undefined) ?? null;
    },
    bodyRuleOf(path) {
      const takes = (matchRoutes(table, path) ?? [])
        .map(({ route }) => takesOf(routes[route.id ?? '']?.module.handle))
        .findLast((one) => one !== null);
      return bodyRules[takes ?? 'a form'];
    },
  };
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
