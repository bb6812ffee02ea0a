import { defaultPullPolicy } from '@podlint/model';
import type { Container } from '../restart-policy.js';
import { BackOff } from './back-off.js';
import { type Clock, micros } from './clock.js';
import type { Journal } from './journal.js';
import type { Process } from './process.js';
import type { Runtime } from './runtime.js';

/** The image manager (pkg/kubelet/images/image_manager.go) of a node that has no images yet. */
export class ImagePuller {
  readonly #present = new Set<string>();
  readonly #failed = new Map<string, number>();
  readonly #backOff: BackOff;

  constructor(
    private readonly clock: Clock,
    private readonly runtime: Runtime,
    private readonly journal: Journal,
  ) {
    this.#backOff = new BackOff(clock, (now) => now);
  }

  /** EnsureImageExists: why the image is not there; undefined: it is. */
  *ensure({
    name = '',
    image = '',
    imagePullPolicy = defaultPullPolicy(image),
  }: Container): Process<string | undefined> {
    if (imagePullPolicy !== 'Always' && this.#present.has(image)) return undefined;
    if (imagePullPolicy === 'Never') return 'ErrImageNeverPull';
    if (this.#backOff.isHeld(image)) return 'ImagePullBackOff';
    const { pull = 0, pullFails = 0 } = this.runtime.scenarioOf(name);
    if (pull > 0) yield micros(pull);
    const failed = this.#failed.get(name) ?? 0;
    if (failed < pullFails) {
      this.#failed.set(name, failed + 1);
      this.journal.note(name, { event: 'pullFailed' });
      this.#backOff.next(image, this.clock.now);
      return 'ErrImagePull';
    }
    this.#present.add(image);
    return undefined;
  }
}
