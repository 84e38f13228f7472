import {
  type HeldShare,
  hundredthsOf,
  isExcepted,
  isPublic,
  votesOf,
  weightOf,
} from './ownership.ts';

/** A firm or holder at the other end of a holding, with its own holdings where they matter. */
export interface RelatedParty extends HeldShare {
  /** The same key twice is the same firm: it holds and is held, or is reached two ways; empty for the enterprise. */
  key?: string;
  /** It works in the market of the enterprise, or directly before or behind it. */
  sameMarket?: boolean;
  /** It acts jointly with the other holders of the same firm that are marked so, or is linked with them. */
  actsJointly?: boolean;
  relations: readonly RelatedParty[];
}

interface Edge {
  from: string;
  to: string;
  share: HeldShare;
}

interface Party<R> {
  key: string;
  relation: R;
  kind: 'firm' | 'person' | 'public';
  sameMarket: boolean;
}

/** One firm as 2003/361/EC sees it from the enterprise; the share is in hundredths of a percent. */
export interface GroupMember<R> {
  relation: R;
  standing: 'linked' | 'partner' | 'autonomous';
  shareHundredths: number;
  /** Reached through another firm or person, and not by this one holding alone. */
  isIndirect: boolean;
}

export interface OwnershipGroup<R> {
  members: GroupMember<R>[];
  /** What public bodies hold of the enterprise, directly or through others, in hundredths of a percent. */
  publicHundredths: number;
}

const us = '';
const majority = 50_00;
const quarter = 25_00;

/**
 * Who is linked with the enterprise and who its partner (2003/361/EC articles 3 and 6). Firms are linked by
 * a majority of votes or control, alone or jointly with firms that are linked already, through others, and
 * through persons in the same or an adjacent market. A partner brings its linked firms and nobody further.
 */
export function ownershipGroup<R extends RelatedParty>(relations: readonly R[]): OwnershipGroup<R> {
  const { parties, edges } = graphOf<R>(relations);
  const clusters = linkedClusters(parties, edges);
  const own = clusters.get(us) ?? new Set([us]);
  const members = [...parties.values()].flatMap((party): GroupMember<R>[] => {
    const { relation } = party;
    if (party.kind !== 'firm') {
      const isNear = edges.some((edge) => edge.from === party.key && own.has(edge.to));
      return isNear ? [memberOf(relation, 'autonomous', 0, false)] : [];
    }
    const isDirect = edges.some(
      ({ from, to }) => (from === party.key && to === us) || (from === us && to === party.key),
    );
    if (own.has(party.key)) return [memberOf(relation, 'linked', 100_00, !isDirect)];
    const cluster = clusters.get(party.key) ?? new Set([party.key]);
    const share = partnerShare(cluster, own, edges);
    if (share > 0) return [memberOf(relation, 'partner', share, !isDirect)];
    const isNear = edges.some(
      ({ from, to }) => (from === party.key && own.has(to)) || (own.has(from) && to === party.key),
    );
    return isNear ? [memberOf(relation, 'autonomous', 0, false)] : [];
  });
  return { members, publicHundredths: publicShare(us, parties, edges, own, new Set()) };
}

function memberOf<R>(
  relation: R,
  standing: GroupMember<R>['standing'],
  shareHundredths: number,
  isIndirect: boolean,
): GroupMember<R> {
  return { relation, standing, shareHundredths, isIndirect };
}

function graphOf<R extends RelatedParty>(relations: readonly R[]) {
  const parties = new Map<string, Party<R>>();
  const edges: Edge[] = [];
  const walk = (list: readonly R[], parent: string, path: string) => {
    list.forEach((relation, at) => {
      const key = relation.key ?? `${path}/${at}`;
      if (key === parent) return;
      const kind =
        relation.holder === 'person'
          ? 'person'
          : relation.holder === 'public-body'
            ? 'public'
            : 'firm';
      const known = parties.get(key);
      const sameMarket = relation.sameMarket === true || known?.sameMarket === true;
      const first = known?.relation ?? relation;
      if (key !== us) parties.set(key, { key, relation: first, kind, sameMarket });
      const isUp = relation.direction === 'holds-us';
      edges.push({ from: isUp ? key : parent, to: isUp ? parent : key, share: relation });
      walk(relation.relations as readonly R[], key, `${path}/${at}`);
    });
  };
  walk(relations, us, '');
  return { parties, edges };
}

/** The set of linked firms that each firm belongs to, by key. */
function linkedClusters<R extends RelatedParty>(
  parties: ReadonlyMap<string, Party<R>>,
  edges: readonly Edge[],
): Map<string, Set<string>> {
  const isFirm = (key: string) => key === us || parties.get(key)?.kind === 'firm';
  const firms = [us, ...parties.keys()].filter(isFirm);
  const clusters = new Map(firms.map((key) => [key, new Set([key])]));
  const merge = (a: string, b: string) => {
    const one = clusters.get(a);
    const other = clusters.get(b);
    if (!one || !other || one === other) return false;
    for (const key of other) {
      one.add(key);
      clusters.set(key, one);
    }
    return true;
  };
  const jointly = jointHolders(edges);
  for (const group of jointly) {
    const [first, ...others] = group.filter(isFirm);
    for (const other of others) merge(first ?? us, other);
  }
  const groups = personGroups(parties, jointly);
  for (let hasChanged = true; hasChanged;) {
    hasChanged = false;
    for (const held of firms) {
      for (const cluster of new Set(clusters.values())) {
        const [holder = us] = cluster;
        if (!cluster.has(held) && controls(cluster, held, edges)) {
          hasChanged = merge(holder, held) || hasChanged;
        }
      }
    }
    for (const group of groups) {
      const held = firms.filter((firm) => controls(group, firm, edges));
      for (const one of held) {
        for (const other of held) {
          const isNear = parties.get(one)?.sameMarket || parties.get(other)?.sameMarket;
          if (one !== other && isNear) hasChanged = merge(one, other) || hasChanged;
        }
      }
    }
  }
  return clusters;
}

/** Whether these holders together have the majority of a firm's votes, or one of them controls it. */
function controls(group: ReadonlySet<string>, firm: string, edges: readonly Edge[]): boolean {
  const held = edges.filter(({ from, to }) => to === firm && group.has(from));
  const votes = held.reduce((sum, { share }) => sum + hundredthsOf(votesOf(share)), 0);
  return votes > majority || held.some(({ share }) => share.control);
}

/** The holders of each firm that act jointly. */
function jointHolders(edges: readonly Edge[]): string[][] {
  const groups = new Map<string, string[]>();
  for (const { from, to, share } of edges) {
    if (!(share as RelatedParty).actsJointly || share.direction !== 'holds-us') continue;
    groups.set(to, [...(groups.get(to) ?? []), from]);
  }
  return [...groups.values()];
}

/** Each person by themself, and persons who act jointly. */
function personGroups<R extends RelatedParty>(
  parties: ReadonlyMap<string, Party<R>>,
  jointly: readonly string[][],
): Set<string>[] {
  const isPerson = (key: string) => parties.get(key)?.kind === 'person';
  const alone = [...parties.keys()].filter(isPerson).map((key) => new Set([key]));
  return [...alone, ...jointly.map((group) => new Set(group.filter(isPerson)))];
}

/**
 * The share by which a cluster of other firms is added: 25 % or more held by it in one firm of ours, or by
 * ours together in one of its firms; of a cross-holding the greater. Zero when it is no partner.
 */
function partnerShare(
  cluster: ReadonlySet<string>,
  own: ReadonlySet<string>,
  edges: readonly Edge[],
): number {
  const angels = edges.filter(({ share }) => share.holder === 'business-angel');
  const counts = ({ to, share }: Edge) =>
    !isExcepted(share) ||
    (share.holder === 'business-angel' &&
      angels.some((other) => other.to === to && !other.share.underAngelLimit));
  const heldBetween = (holding: ReadonlySet<string>, firm: string) => {
    const held = edges
      .filter((edge) => edge.to === firm && holding.has(edge.from) && counts(edge))
      .reduce((sum, { share }) => sum + hundredthsOf(weightOf(share)), 0);
    return held >= quarter ? held : 0;
  };
  const upstream = [...own].reduce((sum, firm) => sum + heldBetween(cluster, firm), 0);
  const downstream = Math.max(...[...cluster].map((firm) => heldBetween(own, firm)));
  return Math.min(100_00, Math.max(upstream, downstream));
}

/** What public bodies hold of a firm; through a firm that they control, all that it holds (article 3(4)). */
function publicShare<R extends RelatedParty>(
  firm: string,
  parties: ReadonlyMap<string, Party<R>>,
  edges: readonly Edge[],
  own: ReadonlySet<string>,
  seen: ReadonlySet<string>,
): number {
  if (seen.has(firm)) return 0;
  const path = new Set([...seen, firm]);
  const sum = edges
    .filter(({ to }) => to === firm)
    .reduce((total, { from, share }) => {
      const held = share.control ? 100_00 : hundredthsOf(weightOf(share));
      const isLinked = own.has(from);
      if (share.direction === 'holds-us' && isPublic(share.holder, isLinked)) return total + held;
      if (parties.get(from)?.kind === 'person') return total;
      if (isExcepted(share) && !isLinked) return total;
      const behind = publicShare(from, parties, edges, own, path);
      return total + (behind > majority ? held : Math.round((behind * held) / 100_00));
    }, 0);
  return Math.min(100_00, sum);
}
