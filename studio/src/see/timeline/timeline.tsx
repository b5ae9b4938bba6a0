import { useSeeing } from '../model/seeing.js';
/** The timeline. */
export default function TimelineView() {
  useSeeing();
  return <div />;
}
