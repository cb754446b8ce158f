package org.mingbai.ledger;

/// How those who raised it were reached (电话、上门、短信网络、来访当面).
public enum ContactBy { CALL, VISIT, MESSAGE, IN_PERSON }
