Profile: UsgDiameterBiparietal
Parent: Pengukuran
Id: usg-diameter-biparietal
Title: "USG: diameter biparietal"
Description: "Diameter biparietal menurut USG, dalam sentimeter."
* insert Terbitan
* insert Inggris([["Ultrasound: biparietal diameter"]])
* insert Diukur($loinc, 11820-8, imaging, cm)
* insert JugaBerkode($anc, ANC.SS.DE59)
