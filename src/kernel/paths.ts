const part = (text: string) => encodeURIComponent(text);

/** Addresses of an organisation's own screens. */
export function orgPaths(org: string) {
  const base = `/o/${part(org)}`;
  return {
    home: base,
    people: `${base}/people`,
    peopleExport: `${base}/people/export`,
    newPerson: `${base}/people/new`,
    roleRequests: `${base}/people/requests`,
    person: (id: string) => `${base}/people/${part(id)}`,
    editPerson: (id: string) => `${base}/people/${part(id)}/edit`,
    removePerson: (id: string) => `${base}/people/${part(id)}/remove`,
    endRole: (id: string, grant: string) => `${base}/people/${part(id)}/roles/${part(grant)}/end`,
    profile: `${base}/profile`,
    keptForm: (id: string) => `${base}/kept/${part(id)}`,
    programmes: `${base}/programmes`,
    newProgramme: `${base}/programmes/new`,
    ruleSets: `${base}/rule-sets`,
    ruleSet: (id: string) => `${base}/rule-sets/${part(id)}`,
    /** With another set when it is named; else with the one that it came from. */
    ruleSetComparison: (id: string, other?: string) =>
      `${base}/rule-sets/${part(id)}/compare${other === undefined ? '' : `?with=${part(other)}`}`,
    settings: `${base}/settings`,
    settingsHistory: `${base}/settings/history`,
    settingsHistoryExport: `${base}/settings/history/export`,
    administration: `${base}/administration`,
    audit: `${base}/audit`,
    file: (id: string) => `${base}/files/${part(id)}`,
    link: (secret: string) => `${base}/link/${part(secret)}`,
    apply: (programme: string) => `/apply/${part(org)}/${part(programme)}`,
    resumeApplication: (secret: string) => `/apply/${part(org)}/resume/${part(secret)}`,
    applicationStep: (secret: string, step: string) =>
      `/apply/${part(org)}/resume/${part(secret)}/${part(step)}`,
  };
}

/** The address of a page that a mailed link opens without signing in. */
export function linkPage(org: string, secret: string, page: string): string {
  return `/l/${part(org)}/${part(secret)}/${page}`;
}

/** Addresses of a programme's staff screens. An enterprise is addressed by its enrolment. */
export function programmePaths(org: string, programme: string) {
  const base = `/o/${part(org)}/p/${part(programme)}`;
  const enrolment = (id: string) => {
    const own = `${base}/enterprises/${part(id)}`;
    return {
      record: own,
      edit: `${own}/edit`,
      people: `${own}/people`,
      person: (person: string) => `${own}/people/${part(person)}`,
      eligibility: `${own}/eligibility`,
      test: (test: string) => `${own}/eligibility/${part(test)}`,
      baseline: `${own}/baseline`,
      measures: `${own}/measures`,
      documents: `${own}/documents`,
      notes: `${own}/notes`,
      hours: `${own}/hours`,
      hoursExport: `${own}/hours/export`,
      diagnosis: `${own}/diagnosis`,
      diagnosisNumber: (number: number) => `${own}/diagnosis/${number}`,
      scoreDiagnosis: (number: number) => `${own}/diagnosis/${number}/score`,
      completeDiagnosis: (number: number) => `${own}/diagnosis/${number}/complete`,
      newNeed: `${own}/needs/new`,
      need: (need: string) => `${own}/needs/${part(need)}`,
      editNeed: (need: string) => `${own}/needs/${part(need)}/edit`,
      closeNeed: (need: string) => `${own}/needs/${part(need)}/close`,
      actions: `${own}/actions`,
      actionsExport: `${own}/actions/export`,
      contact: `${own}/contact`,
      style: `${own}/style`,
      wish: `${own}/wish`,
      sharing: `${own}/sharing`,
      newSession: `${own}/sessions/new`,
      impact: `${own}/impact`,
      close: `${own}/close`,
      adviser: `${own}/adviser`,
      merge: `${own}/merge`,
      document: (document: string) => `${own}/documents/${part(document)}`,
    };
  };
  return {
    desk: base,
    today: `${base}/today`,
    todayRow: `${base}/today/row`,
    setup: (step: string) => `${base}/setup/${part(step)}`,
    settings: `${base}/settings`,
    settingsHistory: `${base}/settings/history`,
    settingsHistoryExport: `${base}/settings/history/export`,
    publicPage: `${base}/settings/public-page`,
    close: `${base}/settings/close`,
    rules: `${base}/rules`,
    targets: `${base}/targets`,
    weights: `${base}/weights`,
    enterprises: `${base}/enterprises`,
    enterprisesExport: `${base}/enterprises/export`,
    onRecord: `${base}/enterprises/on-record`,
    onRecordExport: `${base}/enterprises/on-record/export`,
    newEnterprise: `${base}/enterprises/new`,
    /** Whose firms go to another adviser: `none` for those that nobody looks after. */
    handOver: (whose = 'none') => `${base}/enterprises/hand-over?whose=${part(whose)}`,
    enrolment,
    applications: `${base}/applications`,
    newApplication: `${base}/applications/new`,
    application: (id: string) => `${base}/applications/${part(id)}`,
    imports: `${base}/imports`,
    newImport: (kind: string) => `${base}/imports/new?kind=${part(kind)}`,
    importRun: (id: string) => `${base}/imports/${part(id)}`,
    inviteImported: (id: string) => `${base}/imports/${part(id)}/invite`,
    mentors: `${base}/mentors`,
    newMentor: `${base}/mentors/new`,
    mentor: (id: string) => `${base}/mentors/${part(id)}`,
    editMentor: (id: string, section: string) =>
      `${base}/mentors/${part(id)}/edit/${part(section)}`,
    mentorConflicts: (id: string) => `${base}/mentors/${part(id)}/conflicts`,
    mentorHistory: (id: string) => `${base}/mentors/${part(id)}/history`,
    pauseMentor: (id: string) => `${base}/mentors/${part(id)}/pause`,
    retireMentor: (id: string) => `${base}/mentors/${part(id)}/leave`,
    mentorsExport: `${base}/mentors/export`,
    needs: `${base}/needs`,
    matching: (need: string) => `${base}/needs/${part(need)}/match`,
    needsExport: `${base}/needs/export`,
    introducedNeeds: `${base}/needs/introduced`,
    matchDesk: `${base}/match-desk`,
    matchDeskMatrix: `${base}/match-desk/matrix`,
    matchDeskNeed: (need: string) => `${base}/match-desk/needs/${part(need)}`,
    matchDeskLoyalty: `${base}/match-desk/existing`,
    matchDeskLetters: `${base}/match-desk/letters`,
    matchDeskExport: `${base}/match-desk/export`,
    matchDeskLarge: `${base}/match-desk/large`,
    matchDeskLargeExport: `${base}/match-desk/large/export`,
    scarceSkills: `${base}/mentors/scarce-skills`,
    scarceSkillsExport: `${base}/mentors/scarce-skills/export`,
    fairness: `${base}/fairness`,
    allocationFairness: (id: string) => `${base}/allocations/${part(id)}/fairness`,
    allocations: `${base}/allocations`,
    allocation: (id: string) => `${base}/allocations/${part(id)}`,
    allocationFile: (id: string, file: 'input' | 'result') =>
      `${base}/allocations/${part(id)}/${file}`,
    askSharing: `${base}/sharing`,
    offers: `${base}/offers`,
    offersExport: `${base}/offers/export`,
    offer: (id: string) => `${base}/offers/${part(id)}`,
    matches: `${base}/matches`,
    match: (id: string) => `${base}/matches/${part(id)}`,
    /** The same page as below, begun with the need; `contact` is the call in which the firm said so. */
    changeMatch: (id: string, contact?: string) =>
      `${base}/matches/${part(id)}/rematch?cause=need-changed${contact === undefined ? '' : `&contact=${part(contact)}`}`,
    rematch: (id: string) => `${base}/matches/${part(id)}/rematch`,
    contacts: `${base}/contacts`,
    contactsExport: `${base}/contacts/export`,
    sessions: `${base}/sessions`,
    sessionsExport: `${base}/sessions/export`,
    session: (id: string) => `${base}/sessions/${part(id)}`,
    mentorHours: `${base}/mentor-hours`,
    mentorHoursExport: `${base}/mentor-hours/export`,
    newGroupSession: `${base}/sessions/new`,
    verify: `${base}/verify`,
    impact: `${base}/impact`,
    impactExport: `${base}/impact/export`,
    indicator: (code: string) => `${base}/outputs/${part(code)}`,
    indicatorExport: (code: string) => `${base}/outputs/${part(code)}/export`,
  };
}

/** Addresses of a mentor's own screens. */
export function mentorPaths(org: string) {
  return mentorPagesAt(`/o/${part(org)}/mentor`);
}

/** The same below another address: that of a mailed link. */
export function mentorPagesAt(base: string) {
  return {
    home: base,
    profile: `${base}/profile`,
    editProfile: (section: string) => `${base}/profile/${part(section)}`,
    offer: (id: string) => `${base}/offers/${part(id)}`,
    fitCheck: (id: string) => `${base}/fit/${part(id)}`,
    traits: `${base}/traits`,
    pause: `${base}/pause`,
    enterprise: (enrolment: string) => `${base}/enterprises/${part(enrolment)}`,
    newSession: (match: string) => `${base}/sessions/new?match=${part(match)}`,
    session: (id: string) => `${base}/sessions/${part(id)}`,
  };
}

/** Addresses of a participant's own screens. */
export function participantPaths(org: string) {
  return participantPagesAt(`/o/${part(org)}/my`);
}

/** The same below another address: that of a mailed link. */
export function participantPagesAt(base: string) {
  return {
    home: base,
    session: (id: string) => `${base}/sessions/${part(id)}`,
    shortlist: (id: string) => `${base}/shortlists/${part(id)}`,
    fitCheck: (id: string) => `${base}/fit/${part(id)}`,
    feedback: (id: string) => `${base}/feedback/${part(id)}`,
    wish: `${base}/wish`,
    sharing: `${base}/sharing`,
    diagnosis: (id: string) => `${base}/diagnosis/${part(id)}`,
    style: `${base}/style`,
    details: `${base}/details`,
    people: `${base}/people`,
    person: (enrolment: string, person: string) =>
      `${base}/people/${part(enrolment)}/${part(person)}`,
    actions: `${base}/actions`,
    figures: `${base}/figures`,
  };
}
