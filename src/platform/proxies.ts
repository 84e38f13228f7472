import { BlockList, isIP } from 'node:net';

/** Whose word about the visitor's address is believed: the proxies in front of this installation. */
export interface Proxies {
  /**
   * The visitor's address, from that of the connection and the header `X-Forwarded-For`. Each proxy adds at
   * the right the address it was called from, so the first one from the right that is no proxy of ours is the
   * visitor's; whatever stands further left, the visitor may have written themselves.
   */
  clientOf(peer: string, forwarded: string | null): string;
  /** Whether the machine that connects is one of them. */
  isProxy(peer: string): boolean;
}

/** No proxy is believed: the visitor is whoever connects. */
export const noProxies: Proxies = {
  clientOf: (peer) => bare(peer) ?? peer,
  isProxy: () => false,
};

/**
 * Reads a list of addresses and networks such as `127.0.0.1, 10.1.0.0/16, fd00::/8`; null when one of them is
 * neither.
 */
export function readProxies(text: string): Proxies | null {
  const trusted = new BlockList();
  for (const each of text.split(',').map((part) => part.trim())) {
    if (each !== '' && !addTo(trusted, each)) return null;
  }
  const isTrusted = (address: string) => trusted.check(address, familyOf(address));
  return {
    isProxy(peer) {
      const address = bare(peer);
      return address !== null && isTrusted(address);
    },
    clientOf(peer, forwarded) {
      let client = bare(peer);
      if (client === null) return peer;
      const hops = (forwarded ?? '').split(',').toReversed();
      for (const hop of hops) {
        if (!isTrusted(client)) break;
        const next = bare(hop);
        // Not an address: nobody knows who came before the proxy that let it through.
        if (next === null) break;
        client = next;
      }
      return client;
    },
  };
}

function addTo(list: BlockList, text: string): boolean {
  const [address = '', length, ...rest] = text.split('/');
  if (isIP(address) === 0 || rest.length > 0) return false;
  if (length === undefined) {
    list.addAddress(address, familyOf(address));
    return true;
  }
  const most = isIP(address) === 4 ? 32 : 128;
  if (!/^\d{1,3}$/.test(length) || Number(length) > most) return false;
  list.addSubnet(address, Number(length), familyOf(address));
  return true;
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 4 ? 'ipv4' : 'ipv6';
}

/** An address without port, brackets and zone, IPv4 inside IPv6 as IPv4; null when it is none. */
function bare(text: string): string | null {
  const trimmed = text.trim();
  const inside = /^\[([^\]]+)\](:\d+)?$/.exec(trimmed)?.[1] ?? trimmed;
  const plain = inside.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1').replace(/%.*$/, '');
  const inner = plain.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
  return isIP(inner) === 0 ? null : inner.toLowerCase();
}

/**
 * What limits count as one visitor: an IPv4 address, or the first 64 bits of an IPv6 address. A line or a
 * machine is given a whole /64 and may change within it at will. What is no address stays as it is.
 */
export function networkOf(address: string): string {
  const plain = bare(address);
  if (plain === null || isIP(plain) === 4) return plain ?? address;
  const short = new URL(`http://[${plain}]`).hostname.slice(1, -1);
  const [, high, low] = /^::ffff:([0-9a-f]+):([0-9a-f]+)$/.exec(short) ?? [];
  if (high !== undefined && low !== undefined) return bytesOf(high, low).join('.');
  const [left = '', right] = short.split('::');
  const before = left === '' ? [] : left.split(':');
  const after = right ? right.split(':') : [];
  const zeros = right === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after];
  return `${groups.slice(0, 4).join(':')}::/64`;
}

function bytesOf(...groups: string[]): number[] {
  return groups.flatMap((group) => {
    const number = Number.parseInt(group, 16);
    return [Math.floor(number / 256), number % 256];
  });
}
