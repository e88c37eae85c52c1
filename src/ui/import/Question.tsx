/** What of a file only the person can tell: asked about once, and open until it is answered. */
import { Show } from "solid-js";
import { Labelled } from "../kit/Labelled.tsx";
import { Select } from "../kit/Select.tsx";

interface Answer<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

interface QuestionProps<Value extends string> {
  readonly label: string;
  /** What stands in place of an answer. */
  readonly choose: string;
  readonly answers: readonly Answer<Value>[];
  readonly answer: Value | undefined;
  /** What is said where the answer is that to an earlier file; undefined: it was given now. */
  readonly remembered: string | undefined;
  readonly disabled: boolean;
  readonly onAnswer: (answer: Value) => void;
}

const OPEN = "open";

export function Question<Value extends string>(props: QuestionProps<Value>) {
  const options = (): readonly Answer<Value | typeof OPEN>[] => [
    { value: OPEN, label: props.choose },
    ...props.answers,
  ];
  const decide = (answer: Value | typeof OPEN): void => {
    if (answer !== OPEN) props.onAnswer(answer);
  };
  return (
    <div
      class="note"
      data-tone={props.answer === undefined || props.remembered !== undefined ? "wrong" : undefined}
    >
      <Labelled label={props.label}>
        <Select
          options={options()}
          value={props.answer ?? OPEN}
          disabled={props.disabled}
          onChange={decide}
        />
      </Labelled>
      <Show when={props.answer === undefined ? undefined : props.remembered}>
        {(said) => <p class="question-remembered">{said()}</p>}
      </Show>
    </div>
  );
}
