import type { Box } from '../../anchors/anchor.ts';
import { type Affine, mapX, mapY } from './affine.ts';

/** A drawn outline with so many corners, not all of them right angles, is no rule. */
const MANY_CORNERS = 6;
/** A side that leaves its direction by no more than this is straight. */
const STRAIGHT = 0.2;

export function mapBox(m: Affine, box: Box): Box {
  const [l, t, r, b] = box;
  const xs = [mapX(m, l, t), mapX(m, r, t), mapX(m, l, b), mapX(m, r, b)];
  const ys = [mapY(m, l, t), mapY(m, r, t), mapY(m, l, b), mapY(m, r, b)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

export interface Subpath {
  readonly points: number[];
  closed: boolean;
  curved: boolean;
}

/** The path's pieces as polygons in mapped space; a curve counts as its end point. */
export function subpaths(data: ArrayLike<number>, ctm: Affine): Subpath[] {
  const paths: Subpath[] = [];
  let path: Subpath | null = null;
  const add = (px: number, py: number) => {
    path ??= { points: [], closed: false, curved: false };
    path.points.push(mapX(ctm, px, py), mapY(ctm, px, py));
  };
  const finish = () => {
    if (path && path.points.length >= 4) paths.push(path);
    path = null;
  };
  for (let i = 0; i < data.length; ) {
    switch (data[i++]) {
      case 0:
        finish();
        add(data[i]!, data[i + 1]!);
        i += 2;
        break;
      case 1:
        add(data[i]!, data[i + 1]!);
        i += 2;
        break;
      case 2:
        add(data[i + 4]!, data[i + 5]!);
        path!.curved = true;
        i += 6;
        break;
      case 3:
        add(data[i + 2]!, data[i + 3]!);
        path!.curved = true;
        i += 4;
        break;
      default:
        if (path) (path as Subpath).closed = true;
        finish();
    }
  }
  finish();
  return paths;
}

/** Whether a path is the outline of a stamp or a chart, some of whose many sides happen to be upright or level. */
export function isRoundish({ points }: Subpath): boolean {
  if (points.length < 2 * MANY_CORNERS) return false;
  for (let i = 0; i + 3 < points.length; i += 2) {
    const [dx, dy] = [Math.abs(points[i + 2]! - points[i]!), Math.abs(points[i + 3]! - points[i + 1]!)];
    if (Math.min(dx, dy) > 1) return true;
  }
  return false;
}

/** The box of a path that is an upright rectangle; null for any other shape. */
export function rectangleOf({ points, curved }: Subpath): Box | null {
  const n = points.length / 2;
  if (curved || n < 4 || n > 5) return null;
  for (let i = 0; i < 4; i++) {
    const j = (i + 1) % n;
    const dx = Math.abs(points[2 * i]! - points[2 * j]!);
    const dy = Math.abs(points[2 * i + 1]! - points[2 * j + 1]!);
    if (Math.min(dx, dy) > STRAIGHT) return null;
  }
  const xs = [points[0]!, points[2]!, points[4]!];
  const ys = [points[1]!, points[3]!, points[5]!];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/**
 * The box of a path of four corners that is upright or level: a rectangle, or a bar whose ends are cut aslant, as where the borders
 * of a cell meet in a mitre. Null for any other shape.
 */
export function barOf({ points, curved }: Subpath): Box | null {
  const n = points.length / 2;
  if (curved || n < 4 || n > 5) return null;
  const xs = [points[0]!, points[2]!, points[4]!, points[6]!];
  const ys = [points[1]!, points[3]!, points[5]!, points[7]!];
  const box: Box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  const [width, height] = [box[2] - box[0], box[3] - box[1]];
  for (let i = 0; i < 4; i++) {
    const j = (i + 1) % n;
    const dx = Math.abs(points[2 * i]! - points[2 * j]!);
    const dy = Math.abs(points[2 * i + 1]! - points[2 * j + 1]!);
    const isAcross = width > height ? dx <= height + STRAIGHT : dy <= width + STRAIGHT;
    if (Math.min(dx, dy) > STRAIGHT && !isAcross) return null;
  }
  return box;
}

/** The box around all points of a path. */
export function boundsOf({ points }: Subpath): Box {
  const box: Box = [points[0]!, points[1]!, points[0]!, points[1]!];
  for (let i = 2; i < points.length; i += 2) {
    box[0] = Math.min(box[0], points[i]!);
    box[1] = Math.min(box[1], points[i + 1]!);
    box[2] = Math.max(box[2], points[i]!);
    box[3] = Math.max(box[3], points[i + 1]!);
  }
  return box;
}

export function intersection(a: Box, b: Box | null): Box {
  return b ? [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])] : a;
}
