import { OpeningHours } from '../../domain/diagnostic-testing/clinic/opening-hours.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { cancelTasksAbout } from '../cancel-tasks-about.ts';
import { openTaskAbout } from '../open-task-about.ts';
import type { UpkeepUses } from '../upkeep-uses.ts';

const KIND = 'clinic-not-opened';
const BY = 'process:upkeep';

/**
 * A clinic whose opening hours have begun today and that nobody has opened is a task, once a day; it goes when the clinic
 * opens. Asked again and again by the upkeep.
 */
export const clinicsNotOpened =
  (
    uses: Pick<UpkeepUses, 'clinics' | 'lookups' | 'tasks' | 'newId' | 'heart'> &
      Parameters<typeof cancelTasksAbout>[0],
  ) =>
  async ({ at }: Readonly<{ at: string }>): Promise<void> => {
    const { clinics, lookups, heart } = uses;
    const now = Instant.of(at);
    const today = now.dateInSeoul();
    for (const id of await lookups.closedClinics()) {
      heart.beat();
      const { facility, day, district } = (await clinics.load(id)).aggregate.state;
      const hours = facility === undefined ? undefined : OpeningHours.of(facility.openingHours).on(today);
      if (hours === undefined || day?.date === today.toString()) continue;
      if (now.isBefore(hours.from) || !now.isBefore(hours.to)) continue;
      const subject = { kind: 'clinic', id };
      const commandId = `clinic:${id}/${today.toString()}:not-opened`;
      await openTaskAbout(uses)({ kind: KIND, subject, district, commandId, by: BY, at });
    }
    for (const id of await lookups.clinicsWithOpenTask(KIND)) {
      heart.beat();
      const { day } = (await clinics.load(id)).aggregate.state;
      if (day?.date !== today.toString()) continue;
      await cancelTasksAbout(uses)({ subject: { kind: 'clinic', id }, kinds: [KIND], by: BY, at });
    }
  };
