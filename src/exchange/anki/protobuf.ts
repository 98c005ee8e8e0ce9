/** What one field of a message holds: a whole number, or bytes that the reader gives a meaning. */
type Value = { readonly number: number } | { readonly bytes: Uint8Array };

/**
 * A protobuf message read without its definition: numbers, texts and messages by field number. What is
 * missing reads as the default; unknown fields are skipped. Throws `RangeError` where the bytes end
 * early or say nonsense.
 */
export class Message {
  readonly #fields = new Map<number, Value[]>();

  constructor(bytes: Uint8Array) {
    const reader = new Reader(bytes);
    while (!reader.done) {
      const key = reader.varint();
      const value = reader.value(key & 7);
      const field = key >>> 3;
      this.#fields.set(field, [...(this.#fields.get(field) ?? []), value]);
    }
  }

  number(field: number): number {
    const value = this.#fields.get(field)?.at(-1);
    return value !== undefined && 'number' in value ? value.number : 0;
  }

  /** A `float` field. */
  float(field: number): number {
    const bytes = this.#bytes(field);
    return bytes?.length === 4 ? single(view(bytes), 0) : 0;
  }

  text(field: number): string {
    return new TextDecoder().decode(this.#bytes(field) ?? new Uint8Array());
  }

  bytes(field: number): Uint8Array {
    return this.#bytes(field) ?? new Uint8Array();
  }

  /** A `repeated float` field, packed or not. */
  floats(field: number): number[] {
    return (this.#fields.get(field) ?? []).flatMap((value) => {
      if ('number' in value) return [];
      const data = view(value.bytes);
      return Array.from({ length: Math.floor(value.bytes.length / 4) }, (_, index) =>
        single(data, index * 4),
      );
    });
  }

  message(field: number): Message | null {
    const bytes = this.#bytes(field);
    return bytes === undefined ? null : new Message(bytes);
  }

  messages(field: number): Message[] {
    return (this.#fields.get(field) ?? []).flatMap((value) =>
      'bytes' in value ? [new Message(value.bytes)] : [],
    );
  }

  #bytes(field: number): Uint8Array | undefined {
    const value = this.#fields.get(field)?.at(-1);
    return value !== undefined && 'bytes' in value ? value.bytes : undefined;
  }
}

class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get done(): boolean {
    return this.#at >= this.#bytes.length;
  }

  /** Numbers above 2^53 lose their low bits; Anki's ids stay below. */
  varint(): number {
    let value = 0;
    let scale = 1;
    for (let count = 0; count < 10; count++) {
      const byte = this.#take(1)[0] ?? 0;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 128;
    }
    throw new RangeError('a number without an end');
  }

  value(wireType: number): Value {
    if (wireType === 0) return { number: this.varint() };
    if (wireType === 1) return { bytes: this.#take(8) };
    if (wireType === 2) return { bytes: this.#take(this.varint()) };
    if (wireType === 5) return { bytes: this.#take(4) };
    throw new RangeError(`wire type ${wireType}`);
  }

  #take(length: number): Uint8Array {
    const end = this.#at + length;
    if (end > this.#bytes.length) throw new RangeError('a message that ends early');
    const bytes = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return bytes;
  }
}

/** Seven digits are all that a 32-bit number has: 0.9, not 0.8999999761581421. */
function single(data: DataView, offset: number): number {
  return Number(data.getFloat32(offset, true).toPrecision(7));
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A field of bytes or text of a message, written. */
export function writeBytes(field: number, value: Uint8Array | string): Uint8Array {
  const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : value;
  return Uint8Array.from([...varint(field * 8 + 2), ...varint(bytes.length), ...bytes]);
}

/** A field of a whole number of a message, written. */
export function writeNumber(field: number, value: number): Uint8Array {
  return Uint8Array.from([...varint(field * 8), ...varint(value)]);
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}
