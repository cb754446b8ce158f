package org.mingbai.directory;

/// What sort of body a unit is. Only for people to read: no right and no rule hangs on it.
public enum OrganisationKind {
    GOVERNMENT,
    PARTY,
    DEPARTMENT,
    OFFICE,
    TOWNSHIP,
    VILLAGE,
    INSTITUTION,
    SCHOOL,
    HOSPITAL,
    ENTERPRISE,
    ASSOCIATION,
    OTHER
}
