import { FieldPath } from '@podlint/field-path';
import { locate } from '../findings/locate.js';
import type { SetAt } from '../builds/hook.js';
import type { ChangePlace } from './report.js';
import type { Side } from './side.js';
import type { SideObject } from './side-object.js';

/** Where things of a side stand. */
export class SidePlaces {
  constructor(private readonly side: Side) {}

  /** Where an object begins: what a kustomization generates, in the kustomization. */
  ofObject(object: SideObject): ChangePlace {
    const { file, index } = object;
    if (!file.root) return this.ofField(object, FieldPath.root);
    const place = file.root.built.placeOf(index);
    return place ? this.placed(place) : { file: file.root.kustomization };
  }

  /** Where a field was set. */
  ofField(object: SideObject, path: FieldPath): ChangePlace {
    const { file, read } = object;
    const { object: source, lines, offset } = read();
    const { start } = locate(source.document, source.node, path);
    if (!file.root) return { file: file.path, line: lines.position(start).line };
    return this.placed(this.setAt(object, path, offset + start) ?? { file: file.root.kustomization, start: 0 });
  }

  /** The text of a build's objects leads to that of the files it was made of. */
  setAt({ file, index }: SideObject, path: FieldPath, offset: number): SetAt | undefined {
    const places = file.root?.built.placesOf(index, path.segments, offset) ?? [];
    return places.find((place) => this.side.textOf(place.file) !== undefined) ?? places[0];
  }

  private placed({ file, start }: Pick<SetAt, 'file' | 'start'>): ChangePlace {
    const line = this.side.lineOf(file, start);
    return { file, ...(line !== undefined && { line }) };
  }
}
