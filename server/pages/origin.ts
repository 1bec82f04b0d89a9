// The address with which the addresses of a feed or a catalogue begin: the public one, or the one that was asked.
import type { Request } from 'express';
import type { Tools } from '../tools.ts';

export function originOf({ publicUrl }: Pick<Tools, 'publicUrl'>, request: Request): string {
  return publicUrl === null ? `${request.protocol}://${request.get('Host')}` : new URL(publicUrl).origin;
}
