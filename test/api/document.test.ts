// The OpenAPI document: accepted by a tool that is not ours, and saying of every operation what its row says.
import { validate } from '@readme/openapi-parser';
import { expect } from 'chai';
import { refusals } from '../../server/errors.ts';
import { refusalsOf } from '../../server/api/operation.ts';
import { apiDocument, operations } from '../../server/api/operations.ts';
import { described, isValidBody } from './room.ts';

describe('the OpenAPI document', () => {
  it('is accepted by @readme/openapi-parser', async () => {
    const document = structuredClone(apiDocument()) as unknown as Parameters<typeof validate>[0];
    const result = await validate(document);
    expect(result).to.deep.include({ valid: true, warnings: [] });
  });

  it('is refused by it where a reference leads nowhere or a parameter is missing', async () => {
    const text = JSON.stringify(apiDocument());
    for (const broken of [
      text.replace('schemas/ListPage"', 'schemas/NoPage"'),
      text.replace('"in":"path"', '"in":"nowhere"'),
    ]) {
      const result = await validate(JSON.parse(broken) as Parameters<typeof validate>[0]).catch(() => ({
        valid: false,
      }));
      expect(broken).to.not.equal(text);
      expect(result.valid).to.equal(false);
    }
  });

  it('has every operation once', () => {
    const { paths } = apiDocument() as { paths: Record<string, Record<string, { operationId: string }>> };
    const ids = Object.values(paths).flatMap((each) =>
      Object.values(each).map(({ operationId }) => operationId),
    );
    expect(ids.sort()).to.deep.equal(operations.map(({ id }) => id).sort());
    expect(new Set(ids).size).to.equal(ids.length);
  });

  for (const operation of operations) {
    it(`${operation.id}: names every status that its row does, and its example conforms`, () => {
      const { responses, parameters } = described(operation);
      const stated = [
        ...Object.keys(operation.answers),
        ...refusalsOf(operation).map((code) => String(refusals[code].status)),
      ];
      expect(Object.keys(responses)).to.include.members(stated);
      const named = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(parameters.filter((each) => each.in === 'path').map(({ name }) => name)).to.deep.equal(named);
      if (operation.body) expect(isValidBody(operation, operation.example.body)).to.equal(true);
    });
  }
});
