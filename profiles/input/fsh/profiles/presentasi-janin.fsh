Profile: PresentasiJanin
Parent: TemuanBerkode
Id: presentasi-janin
Title: "Presentasi janin"
Description: "Bagian janin yang terbawah."
* insert Terbitan
* insert Inggris([["Fetal presentation"]])
* insert Diamati($loinc, 72155-5, exam)
* insert JugaBerkode($anc-who, ANC.B8.DE111)
* value[x] from PresentasiJaninVS (required)
