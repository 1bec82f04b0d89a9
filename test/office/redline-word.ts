// A redline as a Word document, as LibreOffice understands it: accepting all its changes leaves the text after, rejecting
// all leaves the text before, line for line, but for the empty line that a document has after a table. Run by npm run test:office, which needs LibreOffice and its bridge to Python.
import { expect } from 'chai';
import { readSamplePlan } from '../../server/imports/sample-plan.ts';
import { cleanFile, redlineFile, samplePairs } from '../documents/redline-sides.ts';
import { editedPairs } from './edited-pairs.ts';
import { officePython, readInOffice } from './office.ts';

const { settings } = readSamplePlan();

describe('a redline as LibreOffice reads it', function () {
  this.timeout(0);
  const pairs = [...samplePairs(), ...editedPairs()];
  let textOf: (name: string) => string;

  before(async function () {
    const found = officePython();
    if ('missing' in found) {
      console.log(`Skipped: ${found.missing}`);
      return this.skip();
    }
    const documents = new Map<string, Uint8Array>();
    for (const [index, { before, after }] of pairs.entries()) {
      documents.set(`${index}-redline`, await redlineFile(before, after, settings));
      documents.set(`${index}-before`, await cleanFile(before, settings));
      documents.set(`${index}-after`, await cleanFile(after, settings));
    }
    textOf = await readInOffice(found.python, documents);
  });

  const linesOf = (name: string) => {
    const lines = textOf(name).trimEnd().split('\n');
    expect(lines).to.have.length.above(5);
    return lines;
  };

  for (const [index, { name }] of pairs.entries()) {
    it(`gives the text after when all is accepted: ${name}`, () => {
      expect(linesOf(`${index}-redline.accepted`)).to.deep.equal(linesOf(`${index}-after.accepted`));
    });
    it(`gives the text before when all is rejected: ${name}`, () => {
      expect(linesOf(`${index}-redline.rejected`)).to.deep.equal(linesOf(`${index}-before.accepted`));
    });
  }
});
