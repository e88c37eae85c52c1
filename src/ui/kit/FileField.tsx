/**
 * A file to choose or to drop, in our own words: the native control says "No file chosen" in the browser's language,
 * whatever the interface speaks. It lies unseen over what is drawn, so a click, a drop and the keyboard are its own.
 */
import "./dialog.css";

interface FileFieldProps {
  readonly label: string;
  readonly chooseLabel: string;
  /** The name of the file that is there, or that there is none. */
  readonly shown: string;
  readonly accept: string;
  readonly disabled: boolean;
  readonly onChoose: (file: File) => void;
}

export function FileField(props: FileFieldProps) {
  return (
    <div class="file-field">
      <span class="button" data-tone="outline" aria-hidden="true">
        {props.chooseLabel}
      </span>
      <span class="file-field-name">{props.shown}</span>
      <input
        type="file"
        aria-label={props.label}
        aria-description={props.shown}
        accept={props.accept}
        disabled={props.disabled}
        onChange={(event) => {
          const input = event.currentTarget;
          const file = input.files?.[0];
          // The same file, mended in between, can be chosen again.
          input.value = "";
          if (file !== undefined) props.onChoose(file);
        }}
      />
    </div>
  );
}
