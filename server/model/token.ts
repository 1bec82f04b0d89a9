// Tokens by which programs act for a person: what they may do, and how they look. A token never allows more than the
// roles of its person do at that moment.
import { randomBytes } from 'node:crypto';

export const scopes = ['drafts:read', 'drafts:write', 'actions:write'] as const;
export type Scope = (typeof scopes)[number];

export const scopeMeanings: Readonly<Record<Scope, string>> = Object.freeze({
  'drafts:read': 'Reads actions under way and their drafts.',
  'drafts:write': 'Adds, writes and removes drafts.',
  'actions:write': 'Opens actions, edits their words and takes their steps.',
});

/** More at once are nobody's: one for each program. */
export const mostTokens = 20;

/** Its beginning lets a scanner of published code know it; the rest cannot be guessed. */
export function newToken(): string {
  return `classplan_${randomBytes(32).toString('base64url')}`;
}

export function isTokenForm(text: string): boolean {
  return /^classplan_[A-Za-z0-9_-]{43}$/.test(text);
}

export function scopesIn(chosen: readonly string[]): Scope[] {
  return scopes.filter((scope) => chosen.includes(scope));
}
