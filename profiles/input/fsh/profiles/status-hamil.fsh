Profile: StatusHamil
Parent: TemuanBerkode
Id: status-hamil
Title: "Status kehamilan"
Description: "Perempuan usia subur sedang hamil, atau tidak, sebagaimana ditanyakan."
* insert Terbitan
* insert Inggris([["Pregnancy status"]])
* insert Diamati($loinc, 82810-3, survey)
* value[x] from StatusHamilVS (required)
