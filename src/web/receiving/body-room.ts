import { networkOf } from '../../platform/proxies.ts';

export interface BodyRoom {
  /**
   * Waits until so many bytes of this visitor have room, in turn; gives what makes the room free again, or
   * null when none came free in time.
   */
  enter(visitor: string, bytes: number): Promise<(() => void) | null>;
}

interface RoomSize {
  readonly total: number;
  /** Of one visitor: the rest stays for the others. */
  readonly perVisitor: number;
  readonly waitSeconds: number;
}

/** Bounds how many bytes of bodies are in memory at a time: what does not fit is not read yet. */
export function createBodyRoom({ total, perVisitor, waitSeconds }: RoomSize): BodyRoom {
  let used = 0;
  const usedBy = new Map<string, number>();
  const waiting = new Set<() => boolean>();

  const take = (network: string, bytes: number) => {
    const own = usedBy.get(network) ?? 0;
    if (used + bytes > total || own + bytes > perVisitor) return null;
    used += bytes;
    usedBy.set(network, own + bytes);
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      used -= bytes;
      const left = (usedBy.get(network) ?? 0) - bytes;
      if (left > 0) usedBy.set(network, left);
      else usedBy.delete(network);
      for (const tryAgain of waiting) if (tryAgain()) waiting.delete(tryAgain);
    };
  };

  return {
    enter(visitor, bytes) {
      const network = networkOf(visitor);
      const taken = take(network, bytes);
      if (taken) return Promise.resolve(taken);
      return new Promise((done) => {
        const tryAgain = () => {
          const free = take(network, bytes);
          if (!free) return false;
          clearTimeout(patience);
          done(free);
          return true;
        };
        const patience = setTimeout(() => {
          waiting.delete(tryAgain);
          done(null);
        }, waitSeconds * 1000);
        waiting.add(tryAgain);
      });
    },
  };
}
