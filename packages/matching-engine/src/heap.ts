/** A binary heap of numbers with keys, smallest key first, on flat arrays that grow. Old entries may stay. */
export class Heap {
  size = 0;
  keys = new Float64Array(256);
  items = new Int32Array(256);

  push(key: number, item: number): void {
    if (this.size === this.items.length) this.grow();
    const { keys, items } = this;
    let at = this.size;
    this.size += 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (keys[up]! <= key) break;
      keys[at] = keys[up]!;
      items[at] = items[up]!;
      at = up;
    }
    keys[at] = key;
    items[at] = item;
  }

  /** Drops the smallest; read `keys[0]` and `items[0]` before. */
  drop(): void {
    const { keys, items } = this;
    this.size -= 1;
    const size = this.size;
    const key = keys[size]!;
    const item = items[size]!;
    let at = 0;
    for (let down = 1; down < size; down = 2 * at + 1) {
      if (down + 1 < size && keys[down + 1]! < keys[down]!) down += 1;
      if (keys[down]! >= key) break;
      keys[at] = keys[down]!;
      items[at] = items[down]!;
      at = down;
    }
    keys[at] = key;
    items[at] = item;
  }

  private grow(): void {
    const keys = new Float64Array(this.keys.length * 2);
    const items = new Int32Array(keys.length);
    keys.set(this.keys);
    items.set(this.items);
    this.keys = keys;
    this.items = items;
  }
}
