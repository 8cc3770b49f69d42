/** A complete unmasked binary WebSocket frame (RFC 6455), built once and written to every receiver. */
export function webSocketFrame(payload: Uint8Array): Buffer {
  const head = headBytes(payload.length);
  const frame = Buffer.allocUnsafe(head + payload.length);
  writeHead(frame, payload.length);
  frame.set(payload, head);
  return frame;
}

/** How many bytes stand before the payload. */
export function headBytes(length: number): number {
  return length < 126 ? 2 : length < 65_536 ? 4 : 10;
}

export function writeHead(frame: Buffer, length: number): void {
  frame[0] = 0x82;
  if (length < 126) {
    frame[1] = length;
  } else if (length < 65_536) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
}
