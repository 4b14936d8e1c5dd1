/** Shows that a long step is alive, and hears when it has to stop. */
export interface Heart {
  /** @throws whatever ends the step, when it has to stop: what is done stays done */
  beat(): void;
}
