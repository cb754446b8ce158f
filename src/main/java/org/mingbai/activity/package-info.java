/// Campaigns: a span of time with registers, milestones and a goal. It owns what was planned and which milestone was reached; it leaves the matters to
/// the ledger, and what they come to in numbers to `reporting`, which it asks through `CampaignFigures`.
@NullMarked
@ApplicationModule(allowedDependencies = {"shell", "shell :: page", "directory", "ledger"})
package org.mingbai.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
